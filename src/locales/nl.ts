import { advice, ending } from './advice.js';
import type { Words } from './en.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('nl');

/** Dutch. */
export const nl: Words = {
  lang: 'nl',
  dir: 'ltr',
  phone: 'Telefoon',
  views: { keypad: 'Toetsen', recents: 'Recent' },
  callTo: (name) => `${name} bellen`,
  callUs: 'Bel ons',
  status: {
    ready: 'Gereed',
    connecting: 'Verbinden',
    reconnecting: 'Opnieuw verbinden',
    offline: 'Offline',
    'sign-in-failed': 'Inloggen mislukt',
  },
  dialer: {
    number: 'Nummer of adres',
    delete: 'Wissen',
    call: 'Bellen',
    keys: 'Toetsen',
  },
  incoming: {
    label: 'Inkomende oproep',
    answer: 'Opnemen',
    decline: 'Weigeren',
    silence: 'Beltoon uitzetten',
    silenced: 'Beltoon uit',
    reach: (key) => `Druk op ${key} om ernaartoe te gaan.`,
    title: (name) => `${name} belt`,
  },
  call: {
    with: (name) => `Gesprek met ${name}`,
    mute: 'Dempen',
    hold: 'In wacht',
    keypad: 'Toetsen',
    hangup: 'Ophangen',
    again: 'Opnieuw bellen',
    dismiss: 'Sluiten',
    others: 'Andere gesprekken',
    sent: 'Verzonden cijfers',
  },
  history: {
    label: 'Oproepgeschiedenis',
    empty: advice('Nog geen oproepen.', 'Hier komen inkomende en uitgaande oproepen.'),
    missed: 'Gemist',
    inbound: 'Inkomend',
    outbound: 'Uitgaand',
    unseen: (count) => plural(count, { one: '# gemiste oproep', other: '# gemiste oproepen' }),
  },
  news: {
    incoming: (name) => `Inkomende oproep van ${name}.`,
    call: (name, what) => `Gesprek met ${name}: ${what}`,
    deviceConnected: (device) => `${device} is verbonden.`,
    deviceGone: (device) => `${device} is niet meer verbonden.`,
  },
  progress: {
    microphone: 'Wachten op de microfoon…',
    holding: 'In de wacht zetten…',
    resuming: 'Gesprek hervatten…',
    trying: 'Bellen…',
    ringing: 'Gaat over…',
    incoming: 'Inkomende oproep',
    connecting: 'Verbinden…',
    terminating: 'Ophangen…',
    heldHere: 'Je zette dit gesprek in de wacht',
    heldThere: 'Je staat in de wacht',
    heldByBoth: 'Aan beide kanten in de wacht',
    established: 'Verbonden',
  },
  ended: {
    server: (status, phrase) => `Antwoord van de server: ${status} ${phrase}`,
    outbound: {
      busy: ending('In gesprek', 'De ander is al in gesprek.'),
      declined: ending('Geweigerd', 'De oproep is niet aangenomen.'),
      'no-answer': ending('Geen antwoord', 'De telefoon ging over, maar niemand nam op.'),
      'not-found': ending('Niet gevonden', 'Er is niemand op dit nummer of adres.'),
      unavailable: ending('Niet bereikbaar', 'De ander is nu niet bereikbaar.'),
      cancelled: ending('Geannuleerd', 'Je hing op voordat er werd opgenomen.'),
      'answered-elsewhere': ending('Elders opgenomen', 'De oproep is op een andere telefoon aangenomen.'),
      lost: ending('Verbinding verbroken', 'De verbinding is weggevallen.'),
      failed: ending('Oproep mislukt', 'De oproep is niet gelukt.'),
      normal: ending('Oproep beëindigd'),
    },
    inbound: {
      busy: ending('In gesprek', 'Je was al in gesprek.'),
      declined: ending('Geweigerd', 'Je hebt de oproep niet aangenomen.'),
      'no-answer': ending('Gemiste oproep', 'De telefoon ging over, maar je nam niet op.'),
      'not-found': ending('Oproep mislukt', 'De oproep is niet gelukt.'),
      unavailable: ending('Gemiste oproep', 'Je was niet bereikbaar.'),
      cancelled: ending('Gemiste oproep', 'Er werd opgehangen voordat je opnam.'),
      'answered-elsewhere': ending('Elders opgenomen', 'De oproep is op een andere telefoon aangenomen.'),
      lost: ending('Verbinding verbroken', 'De verbinding is weggevallen.'),
      failed: ending('Oproep mislukt', 'De oproep is niet gelukt.'),
      normal: ending('Oproep beëindigd'),
    },
  },
  sound: {
    blocked: advice('De browser houdt het geluid uit.', 'Zet het aan om oproepen te horen.'),
    turnOn: 'Geluid aanzetten',
  },
  devices: {
    label: 'Geluid',
    microphone: 'Microfoon',
    speaker: 'Luidspreker',
    ringer: 'Beltoon',
    level: 'Microfoonniveau',
    test: 'Luidspreker testen',
    systemDefault: 'Systeemstandaard',
    unnamed: (place) => `Apparaat ${place}`,
    missing: 'Apparaat niet verbonden',
    allow: 'Microfoon toestaan',
    prompt: 'De namen van je apparaten verschijnen zodra je de microfoon toestaat.',
    none: 'Er is geen microfoon gevonden.',
    denied:
      'De microfoon is geblokkeerd. Sta toegang toe in de site-instellingen van de browser en laad de pagina opnieuw.',
    speakerFixed: 'In deze browser kiest het systeem de luidspreker.',
  },
  errors: {
    dismiss: 'Melding sluiten',
    'target-invalid': advice(
      'Dit kan niet worden gebeld.',
      'Typ een nummer, een naam of een adres zoals sip:naam@example.com.',
    ),
    'target-refused': advice(
      'Dit nummer mag niet worden gebeld.',
      'Controleer het nummer of vraag het de telefoonbeheerder.',
    ),
    'transport-failed': advice(
      'De telefoondienst is niet bereikbaar.',
      'Controleer je netwerk. De telefoon probeert het vanzelf opnieuw.',
    ),
    'registration-rejected': advice(
      'De server heeft de aanmelding niet geaccepteerd.',
      'Controleer de gebruikersnaam en het wachtwoord.',
    ),
    'permission-denied': advice(
      'De microfoon of de luidspreker is geblokkeerd.',
      'Sta toegang toe in de site-instellingen van de browser en probeer het opnieuw.',
    ),
    'insecure-context': advice(
      'Deze pagina is niet beveiligd en kan de microfoon niet gebruiken.',
      'Open de pagina met https:// in het adres.',
    ),
    'policy-blocked': advice(
      'Deze pagina mag de microfoon niet gebruiken of de luidspreker niet kiezen.',
      'Open de pagina in een eigen tabblad of vraag het de sitebeheerder.',
    ),
    'device-missing': advice('Het apparaat is niet gevonden.', 'Sluit het aan of kies een ander.'),
    'device-busy': advice(
      'De microfoon wordt door een ander programma gebruikt.',
      'Sluit dat programma en bel opnieuw.',
    ),
    'request-pending': advice(
      'De browser vraagt nog om de microfoon.',
      'Beantwoord de vraag en bel opnieuw.',
    ),
    'media-failed': advice(
      'Het geluid, of een wijziging van het gesprek, kon niet worden ingesteld.',
      'Probeer het opnieuw of kies een ander apparaat of netwerk.',
    ),
    'not-supported': advice(
      'De browser of de andere kant ondersteunt dit niet.',
      'Gebruik een recente Chrome, Edge, Firefox of Safari, of ga zonder verder.',
    ),
  },
};
