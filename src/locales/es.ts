import { advice, ending } from './advice.js';
import type { Words } from './en.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('es');

/** Spanish. */
export const es: Words = {
  lang: 'es',
  dir: 'ltr',
  phone: 'Teléfono',
  views: { keypad: 'Teclado', recents: 'Recientes' },
  callTo: (name) => `Llamar a ${name}`,
  callUs: 'Llámenos',
  status: {
    ready: 'Listo',
    connecting: 'Conectando',
    reconnecting: 'Reconectando',
    offline: 'Sin conexión',
    'sign-in-failed': 'Error de acceso',
  },
  dialer: {
    number: 'Número o dirección',
    delete: 'Borrar',
    call: 'Llamar',
    keys: 'Teclas',
  },
  incoming: {
    label: 'Llamada entrante',
    answer: 'Contestar',
    decline: 'Rechazar',
    silence: 'Silenciar el timbre',
    silenced: 'En silencio',
    reach: (key) => `Pulse ${key} para ir a la llamada.`,
    title: (name) => `${name} está llamando`,
  },
  call: {
    with: (name) => `Llamada con ${name}`,
    mute: 'Silenciar',
    hold: 'En espera',
    keypad: 'Teclado',
    hangup: 'Colgar',
    again: 'Volver a llamar',
    dismiss: 'Cerrar',
    others: 'Otras llamadas',
    sent: 'Dígitos enviados',
  },
  history: {
    label: 'Historial de llamadas',
    empty: advice('Aún no hay llamadas.', 'Aquí aparecerán las llamadas que haga y reciba.'),
    missed: 'Perdida',
    inbound: 'Entrante',
    outbound: 'Saliente',
    unseen: (count) => plural(count, { one: '# llamada perdida', other: '# llamadas perdidas' }),
  },
  news: {
    incoming: (name) => `Llamada entrante de ${name}.`,
    call: (name, what) => `Llamada con ${name}: ${what}`,
    deviceConnected: (device) => `Dispositivo conectado: ${device}.`,
    deviceGone: (device) => `Dispositivo desconectado: ${device}.`,
  },
  progress: {
    microphone: 'Esperando el micrófono…',
    holding: 'Poniendo en espera…',
    resuming: 'Retomando la llamada…',
    trying: 'Llamando…',
    ringing: 'Sonando…',
    incoming: 'Llamada entrante',
    connecting: 'Conectando…',
    terminating: 'Colgando…',
    heldHere: 'Usted puso la llamada en espera',
    heldThere: 'Le pusieron en espera',
    heldByBoth: 'En espera por ambas partes',
    established: 'En llamada',
  },
  ended: {
    server: (status, phrase) => `El servidor respondió: ${status} ${phrase}`,
    outbound: {
      busy: ending('Ocupado', 'La otra persona está en otra llamada.'),
      declined: ending('Rechazada', 'No aceptaron la llamada.'),
      'no-answer': ending('Sin respuesta', 'Sonó, pero nadie contestó.'),
      'not-found': ending('No existe', 'No hay nadie con este número o dirección.'),
      unavailable: ending('No disponible', 'La otra persona no está disponible.'),
      cancelled: ending('Cancelada', 'Usted colgó antes de que contestaran.'),
      'answered-elsewhere': ending('Contestada en otro sitio', 'La llamada se atendió en otro teléfono.'),
      lost: ending('Conexión perdida', 'Se cortó la conexión.'),
      failed: ending('Llamada fallida', 'No se pudo completar la llamada.'),
      normal: ending('Llamada finalizada'),
    },
    inbound: {
      busy: ending('Ocupado', 'Usted estaba en otra llamada.'),
      declined: ending('Rechazada', 'Usted no aceptó la llamada.'),
      'no-answer': ending('Llamada perdida', 'Sonó, pero usted no contestó.'),
      'not-found': ending('Llamada fallida', 'No se pudo completar la llamada.'),
      unavailable: ending('Llamada perdida', 'Usted no estaba disponible.'),
      cancelled: ending('Llamada perdida', 'Colgaron antes de que usted contestara.'),
      'answered-elsewhere': ending('Contestada en otro sitio', 'La llamada se atendió en otro teléfono.'),
      lost: ending('Conexión perdida', 'Se cortó la conexión.'),
      failed: ending('Llamada fallida', 'No se pudo completar la llamada.'),
      normal: ending('Llamada finalizada'),
    },
  },
  sound: {
    blocked: advice('El navegador bloquea el sonido.', 'Actívelo para oír las llamadas.'),
    turnOn: 'Activar el sonido',
  },
  devices: {
    label: 'Sonido',
    microphone: 'Micrófono',
    speaker: 'Altavoz',
    ringer: 'Timbre',
    level: 'Nivel del micrófono',
    test: 'Probar el altavoz',
    systemDefault: 'Según el sistema',
    unnamed: (place) => `Dispositivo ${place}`,
    missing: 'Dispositivo no conectado',
    allow: 'Permitir el micrófono',
    prompt: 'Los nombres de los dispositivos aparecerán cuando permita el micrófono.',
    none: 'No se encontró ningún micrófono.',
    denied:
      'El micrófono está bloqueado. Permita el acceso en los ajustes del sitio en el navegador y recargue la página.',
    speakerFixed: 'Este navegador usa el altavoz que indica el sistema.',
  },
  errors: {
    dismiss: 'Cerrar el mensaje',
    'target-invalid': advice(
      'No se puede llamar a este destino.',
      'Escriba un número, un nombre o una dirección como sip:nombre@example.com.',
    ),
    'target-refused': advice(
      'No está permitido llamar a este número.',
      'Compruebe el número o consulte a quien administra este teléfono.',
    ),
    'transport-failed': advice(
      'No hay conexión con el servicio telefónico.',
      'Compruebe la red. El teléfono volverá a intentarlo solo.',
    ),
    'registration-rejected': advice(
      'El servidor no aceptó el inicio de sesión.',
      'Compruebe el nombre de usuario y la contraseña.',
    ),
    'permission-denied': advice(
      'El micrófono o el altavoz está bloqueado.',
      'Permita el acceso en los ajustes del sitio en el navegador y vuelva a intentarlo.',
    ),
    'insecure-context': advice(
      'Esta página no es segura y no puede usar el micrófono.',
      'Ábrala con https:// en la dirección.',
    ),
    'policy-blocked': advice(
      'Esta página no puede usar el micrófono ni elegir el altavoz.',
      'Ábrala en su propia pestaña o consulte a quien administra el sitio.',
    ),
    'device-missing': advice('No se encontró el dispositivo.', 'Conéctelo o elija otro.'),
    'device-busy': advice(
      'Otro programa está usando el micrófono.',
      'Cierre ese programa y vuelva a llamar.',
    ),
    'request-pending': advice(
      'El navegador aún pregunta por el micrófono.',
      'Responda a la pregunta y vuelva a llamar.',
    ),
    'media-failed': advice(
      'No se pudo preparar el sonido o cambiar la llamada.',
      'Vuelva a intentarlo. Si no funciona, pruebe con otro dispositivo u otra red.',
    ),
    'not-supported': advice(
      'El navegador o la otra parte no admite esta acción.',
      'Use una versión reciente de Chrome, Edge, Firefox o Safari, o continúe sin ello.',
    ),
  },
};
