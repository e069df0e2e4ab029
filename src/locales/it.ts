import { advice, ending } from './advice.js';
import type { Words } from './en.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('it');

/** Italian. */
export const it: Words = {
  lang: 'it',
  dir: 'ltr',
  phone: 'Telefono',
  views: { keypad: 'Tastierino', recents: 'Recenti' },
  callTo: (name) => `Chiama ${name}`,
  callUs: 'Chiamaci',
  status: {
    ready: 'Pronto',
    connecting: 'Connessione',
    reconnecting: 'Riconnessione',
    offline: 'Offline',
    'sign-in-failed': 'Accesso negato',
  },
  dialer: {
    number: 'Numero o indirizzo',
    delete: 'Cancella',
    call: 'Chiama',
    keys: 'Tasti',
  },
  incoming: {
    label: 'Chiamata in arrivo',
    answer: 'Rispondi',
    decline: 'Rifiuta',
    silence: 'Silenzia la suoneria',
    silenced: 'Senza suono',
    reach: (key) => `Premi ${key} per andare alla chiamata.`,
    title: (name) => `${name} sta chiamando`,
  },
  call: {
    with: (name) => `Chiamata con ${name}`,
    mute: 'Muto',
    hold: 'In attesa',
    keypad: 'Tastierino',
    hangup: 'Riaggancia',
    again: 'Richiama',
    dismiss: 'Chiudi',
    others: 'Altre chiamate',
    sent: 'Cifre inviate',
  },
  history: {
    label: 'Cronologia chiamate',
    empty: advice('Ancora nessuna chiamata.', 'Qui appariranno le chiamate fatte e ricevute.'),
    missed: 'Persa',
    inbound: 'In entrata',
    outbound: 'In uscita',
    unseen: (count) => plural(count, { one: '# chiamata persa', other: '# chiamate perse' }),
  },
  news: {
    incoming: (name) => `Chiamata in arrivo da ${name}.`,
    call: (name, what) => `Chiamata con ${name}: ${what}`,
    deviceConnected: (device) => `Dispositivo connesso: ${device}.`,
    deviceGone: (device) => `Dispositivo disconnesso: ${device}.`,
  },
  progress: {
    microphone: 'In attesa del microfono…',
    holding: 'Messa in attesa…',
    resuming: 'Ripresa della chiamata…',
    trying: 'Chiamata…',
    ringing: 'Sta squillando…',
    incoming: 'Chiamata in arrivo',
    connecting: 'Connessione…',
    terminating: 'Chiusura…',
    heldHere: 'Hai messo in attesa la chiamata',
    heldThere: 'Ti hanno messo in attesa',
    heldByBoth: 'In attesa da entrambe le parti',
    established: 'In chiamata',
  },
  ended: {
    server: (status, phrase) => `Risposta del server: ${status} ${phrase}`,
    outbound: {
      busy: ending('Occupato', 'È in un’altra chiamata.'),
      declined: ending('Rifiutata', 'La chiamata non è stata accettata.'),
      'no-answer': ending('Nessuna risposta', 'Ha squillato, ma nessuno ha risposto.'),
      'not-found': ending('Non trovato', 'Non c’è nessuno a questo numero o indirizzo.'),
      unavailable: ending('Non raggiungibile', 'Al momento non è raggiungibile.'),
      cancelled: ending('Annullata', 'Hai riagganciato prima della risposta.'),
      'answered-elsewhere': ending('Risposta altrove', 'La chiamata è stata presa su un altro telefono.'),
      lost: ending('Connessione persa', 'La connessione si è interrotta.'),
      failed: ending('Chiamata non riuscita', 'Impossibile completare la chiamata.'),
      normal: ending('Chiamata terminata'),
    },
    inbound: {
      busy: ending('Occupato', 'Eri in un’altra chiamata.'),
      declined: ending('Rifiutata', 'Non hai accettato la chiamata.'),
      'no-answer': ending('Chiamata persa', 'Ha squillato, ma non hai risposto.'),
      'not-found': ending('Chiamata non riuscita', 'Impossibile completare la chiamata.'),
      unavailable: ending('Chiamata persa', 'Non eri raggiungibile.'),
      cancelled: ending('Chiamata persa', 'Ha riagganciato prima della tua risposta.'),
      'answered-elsewhere': ending('Risposta altrove', 'La chiamata è stata presa su un altro telefono.'),
      lost: ending('Connessione persa', 'La connessione si è interrotta.'),
      failed: ending('Chiamata non riuscita', 'Impossibile completare la chiamata.'),
      normal: ending('Chiamata terminata'),
    },
  },
  sound: {
    blocked: advice('Il browser blocca l’audio.', 'Attivalo per sentire le chiamate.'),
    turnOn: 'Attiva l’audio',
  },
  devices: {
    label: 'Audio',
    microphone: 'Microfono',
    speaker: 'Altoparlante',
    ringer: 'Suoneria',
    level: 'Livello del microfono',
    test: 'Prova altoparlante',
    systemDefault: 'Come da sistema',
    unnamed: (place) => `Dispositivo ${place}`,
    missing: 'Dispositivo non connesso',
    allow: 'Consenti il microfono',
    prompt: 'I nomi dei dispositivi appariranno dopo aver consentito il microfono.',
    none: 'Nessun microfono trovato.',
    denied:
      'Il microfono è bloccato. Consenti l’accesso nelle impostazioni del sito nel browser e ricarica la pagina.',
    speakerFixed: 'In questo browser l’altoparlante lo sceglie il sistema.',
  },
  errors: {
    dismiss: 'Chiudi il messaggio',
    'target-invalid': advice(
      'Impossibile chiamare questo contatto.',
      'Scrivi un numero, un nome o un indirizzo come sip:nome@example.com.',
    ),
    'target-refused': advice(
      'Non è consentito chiamare questo numero.',
      'Controlla il numero o chiedi a chi gestisce il telefono.',
    ),
    'transport-failed': advice(
      'Il servizio telefonico non è raggiungibile.',
      'Controlla la rete. Il telefono riproverà da solo.',
    ),
    'registration-rejected': advice(
      'Il server non ha accettato l’accesso.',
      'Controlla il nome utente e la password.',
    ),
    'permission-denied': advice(
      'Il microfono o l’altoparlante è bloccato.',
      'Consenti l’accesso nelle impostazioni del sito nel browser e riprova.',
    ),
    'insecure-context': advice(
      'Questa pagina non è sicura e non può usare il microfono.',
      'Aprila con https:// nell’indirizzo.',
    ),
    'policy-blocked': advice(
      'Questa pagina non può usare il microfono o scegliere l’altoparlante.',
      'Aprila in una scheda a parte o chiedi a chi gestisce il sito.',
    ),
    'device-missing': advice('Dispositivo non trovato.', 'Collegalo o scegline un altro.'),
    'device-busy': advice('Un altro programma sta usando il microfono.', 'Chiudi quel programma e richiama.'),
    'request-pending': advice(
      'Il browser sta ancora chiedendo il microfono.',
      'Rispondi alla domanda e richiama.',
    ),
    'media-failed': advice(
      'Impossibile preparare l’audio o modificare la chiamata.',
      'Riprova. Se non basta, prova un altro dispositivo o un’altra rete.',
    ),
    'not-supported': advice(
      'Il browser o l’altro telefono non supporta questa funzione.',
      'Usa una versione recente di Chrome, Edge, Firefox o Safari, o continua senza.',
    ),
  },
};
