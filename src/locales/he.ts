import { advice, ending } from './advice.js';
import { isolate } from './bidi.js';
import type { Words } from './en.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('he');

/** Every word the widgets show or say, in Hebrew. */
export const he: Words = {
  lang: 'he',
  dir: 'rtl',
  phone: 'טלפון',
  views: { keypad: 'לוח חיוג', recents: 'אחרונות' },
  callTo: (name) => `חיוג אל ${isolate(name)}`,
  callUs: 'התקשרו אלינו',
  status: {
    ready: 'מוכן',
    connecting: 'מתחבר',
    reconnecting: 'מתחבר מחדש',
    offline: 'לא מחובר',
    'sign-in-failed': 'הכניסה נכשלה',
  },
  dialer: {
    number: 'מספר או כתובת',
    delete: 'מחיקה',
    call: 'חיוג',
    keys: 'מקשים',
  },
  incoming: {
    label: 'שיחה נכנסת',
    answer: 'מענה',
    decline: 'דחייה',
    silence: 'השתקת הצלצול',
    silenced: 'הצלצול הושתק',
    reach: (key) => `כדי לעבור אליה, יש להקיש ${isolate(key)}.`,
    title: (name) => `שיחה מאת ${isolate(name)}`,
  },
  call: {
    with: (name) => `שיחה עם ${isolate(name)}`,
    mute: 'השתקה',
    hold: 'המתנה',
    keypad: 'לוח חיוג',
    hangup: 'ניתוק',
    again: 'חיוג חוזר',
    dismiss: 'סגירה',
    others: 'שיחות אחרות',
    sent: 'ספרות שנשלחו',
  },
  history: {
    label: 'יומן השיחות',
    empty: advice('אין עדיין שיחות.', 'שיחות יוצאות ונכנסות יופיעו כאן.'),
    missed: 'לא נענתה',
    inbound: 'נכנסת',
    outbound: 'יוצאת',
    unseen: (count) =>
      plural(count, {
        one: 'שיחה אחת שלא נענתה',
        two: 'שתי שיחות שלא נענו',
        other: '# שיחות שלא נענו',
      }),
  },
  news: {
    incoming: (name) => `שיחה נכנסת מאת ${isolate(name)}.`,
    call: (name, what) => `שיחה עם ${isolate(name)}: ${what}`,
    deviceConnected: (device) => `המכשיר ${isolate(device)} מחובר.`,
    deviceGone: (device) => `המכשיר ${isolate(device)} כבר לא מחובר.`,
  },
  progress: {
    microphone: 'בהמתנה למיקרופון…',
    holding: 'השיחה עוברת להמתנה…',
    resuming: 'השיחה חוזרת מהמתנה…',
    trying: 'מתבצע חיוג…',
    ringing: 'מצלצל…',
    incoming: 'שיחה נכנסת',
    connecting: 'השיחה מתחברת…',
    terminating: 'השיחה מתנתקת…',
    heldHere: 'העברת את השיחה להמתנה',
    heldThere: 'הצד השני העביר אותך להמתנה',
    heldByBoth: 'שני הצדדים בהמתנה',
    established: 'בשיחה',
  },
  ended: {
    server: (status, phrase) => `תשובת השרת: ${isolate(`${status} ${phrase}`)}`,
    outbound: {
      busy: ending('תפוס', 'הצד השני נמצא בשיחה אחרת.'),
      declined: ending('השיחה נדחתה', 'הצד השני לא קיבל את השיחה.'),
      'no-answer': ending('אין מענה', 'הטלפון צלצל, אבל איש לא ענה.'),
      'not-found': ending('לא נמצא', 'אין אף אחד במספר או בכתובת האלה.'),
      unavailable: ending('לא זמין', 'לא ניתן להשיג את הצד השני כרגע.'),
      cancelled: ending('השיחה בוטלה', 'ניתקת לפני שהצד השני ענה.'),
      'answered-elsewhere': ending('נענתה במקום אחר', 'השיחה נענתה בטלפון אחר.'),
      lost: ending('החיבור אבד', 'החיבור נותק לפתע.'),
      failed: ending('השיחה נכשלה', 'לא ניתן היה להשלים את השיחה.'),
      normal: ending('השיחה הסתיימה'),
    },
    inbound: {
      busy: ending('תפוס', 'היית בשיחה אחרת.'),
      declined: ending('השיחה נדחתה', 'לא קיבלת את השיחה.'),
      'no-answer': ending('שיחה שלא נענתה', 'הטלפון צלצל, אבל לא ענית.'),
      'not-found': ending('השיחה נכשלה', 'לא ניתן היה להשלים את השיחה.'),
      unavailable: ending('שיחה שלא נענתה', 'לא ניתן היה להשיג אותך.'),
      cancelled: ending('שיחה שלא נענתה', 'הצד השני ניתק לפני שענית.'),
      'answered-elsewhere': ending('נענתה במקום אחר', 'השיחה נענתה בטלפון אחר.'),
      lost: ending('החיבור אבד', 'החיבור נותק לפתע.'),
      failed: ending('השיחה נכשלה', 'לא ניתן היה להשלים את השיחה.'),
      normal: ending('השיחה הסתיימה'),
    },
  },
  sound: {
    blocked: advice('הדפדפן חוסם את השמע.', 'כדי לשמוע שיחות, יש להפעיל את השמע.'),
    turnOn: 'הפעלת השמע',
  },
  devices: {
    label: 'שמע',
    microphone: 'מיקרופון',
    speaker: 'רמקול',
    ringer: 'צלצול',
    level: 'עוצמת המיקרופון',
    test: 'בדיקת הרמקול',
    systemDefault: 'ברירת המחדל',
    unnamed: (place) => `מכשיר ${place}`,
    missing: 'מכשיר לא מחובר',
    allow: 'מתן גישה למיקרופון',
    prompt: 'שמות המכשירים יופיעו אחרי מתן גישה למיקרופון.',
    none: 'לא נמצא מיקרופון.',
    denied: 'המיקרופון חסום. יש לאפשר את הגישה אליו בהגדרות האתר בדפדפן, ואז לטעון מחדש את הדף.',
    speakerFixed: 'בדפדפן הזה השמע מושמע במכשיר שהמערכת קובעת.',
  },
  errors: {
    dismiss: 'סגירת ההודעה',
    'target-invalid': advice(
      'לא ניתן לחייג ליעד הזה.',
      'יש להזין מספר, שם או כתובת כמו sip:name@example.com.',
    ),
    'target-refused': advice(
      'החיוג למספר הזה אינו מורשה.',
      'כדאי לבדוק את המספר או לפנות למי שאחראי לטלפון הזה.',
    ),
    'transport-failed': advice(
      'לא ניתן להתחבר לשירות הטלפון.',
      'כדאי לבדוק את החיבור לרשת. הטלפון ינסה שוב מעצמו.',
    ),
    'registration-rejected': advice('השרת לא אישר את הכניסה.', 'כדאי לבדוק את שם המשתמש והסיסמה.'),
    'permission-denied': advice(
      'המיקרופון או הרמקול חסומים.',
      'יש לאפשר את הגישה אליהם בהגדרות האתר בדפדפן ולנסות שוב.',
    ),
    'insecure-context': advice(
      'הדף הזה לא מאובטח, ולכן אין לו גישה למיקרופון.',
      `יש לפתוח אותו בכתובת שמתחילה ב-${isolate('https://')}.`,
    ),
    'policy-blocked': advice(
      'לדף הזה אין הרשאה להשתמש במיקרופון או לבחור רמקול.',
      'אפשר לפתוח אותו בכרטיסייה משלו או לפנות למי שאחראי לאתר.',
    ),
    'device-missing': advice('המכשיר לא נמצא.', 'יש לחבר אותו או לבחור מכשיר אחר.'),
    'device-busy': advice('תוכנה אחרת משתמשת במיקרופון.', 'יש לסגור אותה ולחייג שוב.'),
    'request-pending': advice('הדפדפן עדיין מבקש גישה למיקרופון.', 'יש להשיב לבקשה ולחייג שוב.'),
    'media-failed': advice(
      'לא ניתן היה להפעיל את השמע או לשנות את השיחה.',
      'כדאי לנסות שוב. אם הבעיה נמשכת, אפשר לנסות מכשיר אחר או רשת אחרת.',
    ),
    'not-supported': advice(
      'לא ניתן לעשות זאת כאן: הדפדפן או הצד השני לא תומכים בכך.',
      'כדאי להשתמש בדפדפן עדכני או להמשיך בלי זה.',
    ),
  },
};
