import { advice, ending } from './advice.js';
import type { Words } from './en.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('ja');

/** Every word the widgets show or say, in Japanese. */
export const ja: Words = {
  lang: 'ja',
  dir: 'ltr',
  phone: '電話',
  views: { keypad: 'キーパッド', recents: '履歴' },
  callTo: (name) => `${name} に発信`,
  callUs: '電話で問い合わせる',
  status: {
    ready: '利用可能',
    connecting: '接続中',
    reconnecting: '再接続中',
    offline: 'オフライン',
    'sign-in-failed': 'サインイン失敗',
  },
  dialer: {
    number: '番号またはアドレス',
    delete: '削除',
    call: '発信',
    keys: 'ダイヤルキー',
  },
  incoming: {
    label: '着信',
    answer: '応答',
    decline: '拒否',
    silence: '着信音を消す',
    silenced: '着信音オフ',
    reach: (key) => `${key} を押すと着信に移動します。`,
    title: (name) => `着信：${name}`,
  },
  call: {
    with: (name) => `${name} との通話`,
    mute: 'ミュート',
    hold: '保留',
    keypad: 'キーパッド',
    hangup: '通話を終了',
    again: 'かけ直す',
    dismiss: '閉じる',
    others: 'ほかの通話',
    sent: '送信した番号',
  },
  history: {
    label: '通話履歴',
    empty: advice('通話はまだありません。', '発信や着信がここに表示されます。'),
    missed: '不在着信',
    inbound: '着信',
    outbound: '発信',
    unseen: (count) => plural(count, { other: '不在着信 # 件' }),
  },
  news: {
    incoming: (name) => `${name} から着信です。`,
    call: (name, what) => `${name} との通話：${what}`,
    deviceConnected: (device) => `${device} が接続されました。`,
    deviceGone: (device) => `${device} の接続が解除されました。`,
  },
  progress: {
    microphone: 'マイクを待っています…',
    holding: '保留にしています…',
    resuming: '保留を解除しています…',
    trying: '発信中…',
    ringing: '呼び出し中…',
    incoming: '着信',
    connecting: '接続中…',
    terminating: '通話を終了しています…',
    heldHere: '通話を保留中',
    heldThere: '相手が保留中',
    heldByBoth: '双方が保留中',
    established: '通話中',
  },
  ended: {
    server: (status, phrase) => `サーバーの応答：${status} ${phrase}`,
    outbound: {
      busy: ending('話し中', '相手は別の通話中です。'),
      declined: ending('拒否されました', '相手が電話を受けませんでした。'),
      'no-answer': ending('応答なし', '相手が応答しませんでした。'),
      'not-found': ending('見つかりません', 'この番号またはアドレスは見つかりません。'),
      unavailable: ending('つながりません', '現在、相手につながりません。'),
      cancelled: ending('キャンセル', '相手が応答する前に電話を切りました。'),
      'answered-elsewhere': ending('別の電話で応答', '別の電話で応答しました。'),
      lost: ending('接続が切れました', '接続が途中で切れました。'),
      failed: ending('通話失敗', '電話をつなげませんでした。'),
      normal: ending('通話終了'),
    },
    inbound: {
      busy: ending('話し中', '別の通話中でした。'),
      declined: ending('拒否しました', '電話を受けませんでした。'),
      'no-answer': ending('不在着信', '応答しませんでした。'),
      'not-found': ending('通話失敗', '電話をつなげませんでした。'),
      unavailable: ending('不在着信', '電話がつながりませんでした。'),
      cancelled: ending('不在着信', '応答する前に相手が電話を切りました。'),
      'answered-elsewhere': ending('別の電話で応答', '別の電話で応答しました。'),
      lost: ending('接続が切れました', '接続が途中で切れました。'),
      failed: ending('通話失敗', '電話をつなげませんでした。'),
      normal: ending('通話終了'),
    },
  },
  sound: {
    blocked: advice('ブラウザが音声をオフにしています。', '通話を聞くには、音声をオンにしてください。'),
    turnOn: '音声をオンにする',
  },
  devices: {
    label: '音声',
    microphone: 'マイク',
    speaker: 'スピーカー',
    ringer: '着信音',
    level: 'マイクの入力レベル',
    test: 'スピーカーをテスト',
    systemDefault: 'システム標準',
    unnamed: (place) => `デバイス ${place}`,
    missing: '未接続のデバイス',
    allow: 'マイクを許可',
    prompt: 'マイクを許可すると、デバイスの名前が表示されます。',
    none: 'マイクが見つかりません。',
    denied:
      'マイクがブロックされています。ブラウザのサイト設定で許可してから、ページを再読み込みしてください。',
    speakerFixed: 'このブラウザでは、システムで選択されたデバイスから音が出ます。',
  },
  errors: {
    dismiss: 'メッセージを閉じる',
    'target-invalid': advice(
      'この宛先には発信できません。',
      '番号、名前、または sip:name@example.com のようなアドレスを入力してください。',
    ),
    'target-refused': advice(
      'この番号への発信は許可されていません。',
      '番号を確認するか、この電話の管理者にお問い合わせください。',
    ),
    'transport-failed': advice(
      '電話サービスに接続できません。',
      'ネットワークを確認してください。自動的に再試行します。',
    ),
    'registration-rejected': advice(
      'サーバーにサインインできませんでした。',
      'ユーザー名とパスワードを確認してください。',
    ),
    'permission-denied': advice(
      'マイクまたはスピーカーがブロックされています。',
      'ブラウザのサイト設定で許可してから、もう一度お試しください。',
    ),
    'insecure-context': advice(
      'このページは安全ではないため、マイクを使用できません。',
      'https:// で始まるアドレスで開いてください。',
    ),
    'policy-blocked': advice(
      'このページでは、マイクの使用やスピーカーの選択ができません。',
      '単独のタブで開くか、サイトの管理者にお問い合わせください。',
    ),
    'device-missing': advice('デバイスが見つかりません。', '接続するか、別のデバイスを選択してください。'),
    'device-busy': advice(
      'マイクは別のプログラムで使用されています。',
      'そのプログラムを終了してから、かけ直してください。',
    ),
    'request-pending': advice('ブラウザがマイクの許可を求めています。', '回答してから、かけ直してください。'),
    'media-failed': advice(
      '音声の準備または通話の変更ができませんでした。',
      'もう一度お試しになるか、別のデバイスやネットワークをお試しください。',
    ),
    'not-supported': advice(
      'ブラウザまたは相手側が対応していないため、この操作はできません。',
      '最新のブラウザを使用するか、この操作をせずに続けてください。',
    ),
  },
};
