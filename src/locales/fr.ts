import { advice, ending } from './advice.js';
import type { Words } from './en.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('fr');

/** French. */
export const fr: Words = {
  lang: 'fr',
  dir: 'ltr',
  phone: 'Téléphone',
  views: { keypad: 'Clavier', recents: 'Récents' },
  callTo: (name) => `Appeler ${name}`,
  callUs: 'Nous appeler',
  status: {
    ready: 'Prêt',
    connecting: 'Connexion',
    reconnecting: 'Reconnexion',
    offline: 'Hors ligne',
    'sign-in-failed': 'Accès refusé',
  },
  dialer: {
    number: 'Numéro ou adresse',
    delete: 'Effacer',
    call: 'Appeler',
    keys: 'Touches',
  },
  incoming: {
    label: 'Appel entrant',
    answer: 'Répondre',
    decline: 'Refuser',
    silence: 'Couper la sonnerie',
    silenced: 'Sonnerie coupée',
    reach: (key) => `Appuyez sur ${key} pour y accéder.`,
    title: (name) => `${name} vous appelle`,
  },
  call: {
    with: (name) => `Appel avec ${name}`,
    mute: 'Muet',
    hold: 'En attente',
    keypad: 'Clavier',
    hangup: 'Raccrocher',
    again: 'Rappeler',
    dismiss: 'Fermer',
    others: 'Autres appels',
    sent: 'Chiffres envoyés',
  },
  history: {
    label: 'Historique des appels',
    empty: advice('Aucun appel.', 'Les appels passés et reçus s’afficheront ici.'),
    missed: 'Manqué',
    inbound: 'Entrant',
    outbound: 'Sortant',
    unseen: (count) => plural(count, { one: '# appel manqué', other: '# appels manqués' }),
  },
  news: {
    incoming: (name) => `Appel entrant de ${name}.`,
    call: (name, what) => `Appel avec ${name}\u00a0: ${what}`,
    deviceConnected: (device) => `Appareil connecté\u00a0: ${device}.`,
    deviceGone: (device) => `Appareil déconnecté\u00a0: ${device}.`,
  },
  progress: {
    microphone: 'En attente du micro…',
    holding: 'Mise en attente…',
    resuming: 'Reprise de l’appel…',
    trying: 'Appel…',
    ringing: 'Ça sonne…',
    incoming: 'Appel entrant',
    connecting: 'Connexion…',
    terminating: 'Fin de l’appel…',
    heldHere: 'Vous avez mis l’appel en attente',
    heldThere: 'Vous êtes en attente',
    heldByBoth: 'En attente des deux côtés',
    established: 'En communication',
  },
  ended: {
    server: (status, phrase) => `Réponse du serveur\u00a0: ${status} ${phrase}`,
    outbound: {
      busy: ending('Occupé', 'La personne est déjà en ligne.'),
      declined: ending('Refusé', 'La personne n’a pas pris l’appel.'),
      'no-answer': ending('Pas de réponse', 'Le téléphone a sonné, mais personne n’a répondu.'),
      'not-found': ending('Introuvable', 'Il n’y a personne à ce numéro ou à cette adresse.'),
      unavailable: ending('Indisponible', 'La personne n’est pas joignable.'),
      cancelled: ending('Annulé', 'Vous avez raccroché avant la réponse.'),
      'answered-elsewhere': ending('Pris ailleurs', 'L’appel a été pris sur un autre téléphone.'),
      lost: ending('Connexion perdue', 'La connexion a été coupée.'),
      failed: ending('Échec de l’appel', 'L’appel n’a pas pu aboutir.'),
      normal: ending('Appel terminé'),
    },
    inbound: {
      busy: ending('Occupé', 'Vous étiez déjà en ligne.'),
      declined: ending('Refusé', 'Vous n’avez pas pris l’appel.'),
      'no-answer': ending('Appel manqué', 'Le téléphone a sonné, mais vous n’avez pas répondu.'),
      'not-found': ending('Échec de l’appel', 'L’appel n’a pas pu aboutir.'),
      unavailable: ending('Appel manqué', 'Vous n’étiez pas joignable.'),
      cancelled: ending('Appel manqué', 'La personne a raccroché avant votre réponse.'),
      'answered-elsewhere': ending('Pris ailleurs', 'L’appel a été pris sur un autre téléphone.'),
      lost: ending('Connexion perdue', 'La connexion a été coupée.'),
      failed: ending('Échec de l’appel', 'L’appel n’a pas pu aboutir.'),
      normal: ending('Appel terminé'),
    },
  },
  sound: {
    blocked: advice('Le navigateur bloque le son.', 'Activez-le pour entendre les appels.'),
    turnOn: 'Activer le son',
  },
  devices: {
    label: 'Son',
    microphone: 'Micro',
    speaker: 'Haut-parleur',
    ringer: 'Sonnerie',
    level: 'Niveau du micro',
    test: 'Tester le haut-parleur',
    systemDefault: 'Choix du système',
    unnamed: (place) => `Appareil ${place}`,
    missing: 'Appareil non connecté',
    allow: 'Autoriser le micro',
    prompt: 'Les noms des appareils s’afficheront une fois le micro autorisé.',
    none: 'Aucun micro trouvé.',
    denied:
      'Le micro est bloqué. Autorisez-le dans les paramètres de site du navigateur, puis actualisez la page.',
    speakerFixed: 'Dans ce navigateur, le système choisit le haut-parleur.',
  },
  errors: {
    dismiss: 'Fermer le message',
    'target-invalid': advice(
      'Cet appel est impossible.',
      'Saisissez un numéro, un nom ou une adresse comme sip:nom@example.com.',
    ),
    'target-refused': advice(
      'Il n’est pas permis d’appeler ce numéro.',
      'Vérifiez le numéro ou demandez à la personne qui gère ce téléphone.',
    ),
    'transport-failed': advice(
      'Le service téléphonique n’est pas joignable.',
      'Vérifiez votre réseau. Le téléphone réessaie automatiquement.',
    ),
    'registration-rejected': advice(
      'Le serveur a refusé l’accès.',
      'Vérifiez l’identifiant et le mot de passe.',
    ),
    'permission-denied': advice(
      'Le micro ou le haut-parleur est bloqué.',
      'Autorisez-le dans les paramètres de site du navigateur, puis réessayez.',
    ),
    'insecure-context': advice(
      'Cette page n’est pas sécurisée et ne peut pas utiliser le micro.',
      'Ouvrez-la avec https:// dans l’adresse.',
    ),
    'policy-blocked': advice(
      'Cette page ne peut ni utiliser le micro ni choisir le haut-parleur.',
      'Ouvrez-la dans son propre onglet ou demandez à la personne qui gère le site.',
    ),
    'device-missing': advice('Appareil introuvable.', 'Branchez-le ou choisissez-en un autre.'),
    'device-busy': advice('Un autre programme utilise le micro.', 'Fermez ce programme, puis rappelez.'),
    'request-pending': advice(
      'Le navigateur demande encore l’accès au micro.',
      'Répondez à sa question, puis rappelez.',
    ),
    'media-failed': advice(
      'Impossible de préparer le son ou de modifier l’appel.',
      'Réessayez, ou changez d’appareil ou de réseau.',
    ),
    'not-supported': advice(
      'Le navigateur ou l’autre téléphone ne permet pas cette action.',
      'Utilisez une version récente de Chrome, Edge, Firefox ou Safari, ou continuez sans.',
    ),
  },
};
