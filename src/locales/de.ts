import { advice, ending } from './advice.js';
import type { Words } from './en.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('de');

/** German. */
export const de: Words = {
  lang: 'de',
  dir: 'ltr',
  phone: 'Telefon',
  views: { keypad: 'Ziffernblock', recents: 'Anrufliste' },
  callTo: (name) => `${name} anrufen`,
  callUs: 'Jetzt anrufen',
  status: {
    ready: 'Bereit',
    connecting: 'Wird verbunden',
    reconnecting: 'Wird neu verbunden',
    offline: 'Offline',
    'sign-in-failed': 'Anmeldefehler',
  },
  dialer: {
    number: 'Nummer oder Adresse',
    delete: 'Löschen',
    call: 'Anrufen',
    keys: 'Tasten',
  },
  incoming: {
    label: 'Eingehender Anruf',
    answer: 'Annehmen',
    decline: 'Ablehnen',
    silence: 'Klingeln ausschalten',
    silenced: 'Klingeln aus',
    reach: (key) => `Mit ${key} gelangen Sie zum Anruf.`,
    title: (name) => `${name} ruft an`,
  },
  call: {
    with: (name) => `Anruf mit ${name}`,
    mute: 'Stumm',
    hold: 'Halten',
    keypad: 'Ziffernblock',
    hangup: 'Auflegen',
    again: 'Erneut anrufen',
    dismiss: 'Fertig',
    others: 'Weitere Anrufe',
    sent: 'Gesendete Ziffern',
  },
  history: {
    label: 'Anrufliste',
    empty: advice('Noch keine Anrufe.', 'Hier erscheinen Ihre ein- und ausgehenden Anrufe.'),
    missed: 'Verpasst',
    inbound: 'Eingehend',
    outbound: 'Ausgehend',
    unseen: (count) => plural(count, { one: '# verpasster Anruf', other: '# verpasste Anrufe' }),
  },
  news: {
    incoming: (name) => `Eingehender Anruf von ${name}.`,
    call: (name, what) => `Anruf mit ${name}: ${what}`,
    deviceConnected: (device) => `${device} ist verbunden.`,
    deviceGone: (device) => `${device} ist nicht mehr verbunden.`,
  },
  progress: {
    microphone: 'Warten auf das Mikrofon\u00a0…',
    holding: 'Wird gehalten\u00a0…',
    resuming: 'Wird fortgesetzt\u00a0…',
    trying: 'Wird angerufen\u00a0…',
    ringing: 'Es klingelt\u00a0…',
    incoming: 'Eingehender Anruf',
    connecting: 'Wird verbunden\u00a0…',
    terminating: 'Wird aufgelegt\u00a0…',
    heldHere: 'Sie halten den Anruf',
    heldThere: 'Die Gegenseite hält den Anruf',
    heldByBoth: 'Beide Seiten halten den Anruf',
    established: 'Verbunden',
  },
  ended: {
    server: (status, phrase) => `Antwort des Servers: ${status} ${phrase}`,
    outbound: {
      busy: ending('Besetzt', 'Der Anschluss ist besetzt.'),
      declined: ending('Abgelehnt', 'Der Anruf wurde abgelehnt.'),
      'no-answer': ending('Keine Antwort', 'Es hat geklingelt, aber niemand nahm ab.'),
      'not-found': ending('Nicht gefunden', 'Diese Nummer oder Adresse gibt es nicht.'),
      unavailable: ending('Nicht erreichbar', 'Dort ist gerade niemand erreichbar.'),
      cancelled: ending('Abgebrochen', 'Sie haben vor der Antwort aufgelegt.'),
      'answered-elsewhere': ending(
        'Anderswo angenommen',
        'Der Anruf wurde an einem anderen Telefon angenommen.',
      ),
      lost: ending('Verbindung verloren', 'Die Verbindung ist abgebrochen.'),
      failed: ending('Anruf fehlgeschlagen', 'Der Anruf kam nicht zustande.'),
      normal: ending('Anruf beendet'),
    },
    inbound: {
      busy: ending('Besetzt', 'Ihr Anschluss war besetzt.'),
      declined: ending('Abgelehnt', 'Sie haben den Anruf abgelehnt.'),
      'no-answer': ending('Verpasster Anruf', 'Es hat geklingelt, aber Sie nahmen nicht ab.'),
      'not-found': ending('Anruf fehlgeschlagen', 'Der Anruf kam nicht zustande.'),
      unavailable: ending('Verpasster Anruf', 'Sie waren nicht erreichbar.'),
      cancelled: ending('Verpasster Anruf', 'Es wurde vor Ihrer Antwort aufgelegt.'),
      'answered-elsewhere': ending(
        'Anderswo angenommen',
        'Der Anruf wurde an einem anderen Telefon angenommen.',
      ),
      lost: ending('Verbindung verloren', 'Die Verbindung ist abgebrochen.'),
      failed: ending('Anruf fehlgeschlagen', 'Der Anruf kam nicht zustande.'),
      normal: ending('Anruf beendet'),
    },
  },
  sound: {
    blocked: advice('Der Browser erlaubt keinen Ton.', 'Schalten Sie ihn für Anrufe ein.'),
    turnOn: 'Ton einschalten',
  },
  devices: {
    label: 'Ton',
    microphone: 'Mikrofon',
    speaker: 'Lautsprecher',
    ringer: 'Klingeln',
    level: 'Mikrofonpegel',
    test: 'Lautsprecher testen',
    systemDefault: 'Systemstandard',
    unnamed: (place) => `Gerät ${place}`,
    missing: 'Gerät nicht verbunden',
    allow: 'Mikrofon erlauben',
    prompt: 'Die Namen der Geräte erscheinen, sobald das Mikrofon erlaubt ist.',
    none: 'Kein Mikrofon gefunden.',
    denied:
      'Das Mikrofon ist blockiert. Erlauben Sie den Zugriff in den Website-Einstellungen des Browsers und laden Sie die Seite neu.',
    speakerFixed: 'In diesem Browser bestimmt das System den Lautsprecher.',
  },
  errors: {
    dismiss: 'Meldung schließen',
    'target-invalid': advice(
      'Das kann nicht angerufen werden.',
      'Geben Sie eine Nummer, einen Namen oder eine Adresse wie sip:name@example.com ein.',
    ),
    'target-refused': advice(
      'Diese Nummer darf nicht angerufen werden.',
      'Prüfen Sie die Nummer oder fragen Sie die Administration.',
    ),
    'transport-failed': advice(
      'Der Telefondienst ist nicht erreichbar.',
      'Prüfen Sie das Netzwerk. Das Telefon versucht es erneut.',
    ),
    'registration-rejected': advice(
      'Der Server hat die Anmeldung abgelehnt.',
      'Prüfen Sie Benutzername und Passwort.',
    ),
    'permission-denied': advice(
      'Das Mikrofon oder der Lautsprecher ist blockiert.',
      'Erlauben Sie den Zugriff in den Website-Einstellungen des Browsers und versuchen Sie es erneut.',
    ),
    'insecure-context': advice(
      'Diese Seite ist nicht sicher und darf das Mikrofon nicht verwenden.',
      'Öffnen Sie sie mit https:// in der Adresse.',
    ),
    'policy-blocked': advice(
      'Diese Seite darf das Mikrofon nicht verwenden oder den Lautsprecher nicht wählen.',
      'Öffnen Sie sie in einem eigenen Tab oder fragen Sie die Administration der Website.',
    ),
    'device-missing': advice(
      'Das Gerät wurde nicht gefunden.',
      'Schließen Sie es an oder wählen Sie ein anderes.',
    ),
    'device-busy': advice(
      'Ein anderes Programm verwendet das Mikrofon.',
      'Schließen Sie das Programm und rufen Sie erneut an.',
    ),
    'request-pending': advice(
      'Der Browser fragt noch nach dem Mikrofon.',
      'Antworten Sie und rufen Sie erneut an.',
    ),
    'media-failed': advice(
      'Der Ton oder die Änderung des Anrufs kam nicht zustande.',
      'Versuchen Sie es erneut oder mit einem anderen Gerät oder Netzwerk.',
    ),
    'not-supported': advice(
      'Der Browser oder die Gegenseite unterstützt das nicht.',
      'Verwenden Sie ein aktuelles Chrome, Edge, Firefox oder Safari oder verzichten Sie darauf.',
    ),
  },
};
