import { advice, ending } from './advice.js';
import type { Words } from './en.js';
import { pluralOf } from './plural.js';

const plural = pluralOf('ko');

// A particle that depends on the last sound of a name is avoided: names are of every language, or numbers.
/** Every word the widgets show or say, in Korean. */
export const ko: Words = {
  lang: 'ko',
  dir: 'ltr',
  phone: '전화',
  views: { keypad: '키패드', recents: '최근 통화' },
  callTo: (name) => `${name}에게 전화 걸기`,
  callUs: '전화 문의',
  status: {
    ready: '사용 가능',
    connecting: '연결 중',
    reconnecting: '다시 연결 중',
    offline: '오프라인',
    'sign-in-failed': '로그인 실패',
  },
  dialer: {
    number: '번호 또는 주소',
    delete: '지우기',
    call: '전화 걸기',
    keys: '다이얼 키',
  },
  incoming: {
    label: '수신 전화',
    answer: '받기',
    decline: '거절',
    silence: '벨소리 끄기',
    silenced: '벨소리 꺼짐',
    reach: (key) => `이동하려면 ${key} 키를 누르세요.`,
    title: (name) => `수신 전화: ${name}`,
  },
  call: {
    with: (name) => `통화 상대: ${name}`,
    mute: '음소거',
    hold: '보류',
    keypad: '키패드',
    hangup: '전화 끊기',
    again: '다시 걸기',
    dismiss: '닫기',
    others: '다른 통화',
    sent: '보낸 숫자',
  },
  history: {
    label: '통화 기록',
    empty: advice('아직 통화가 없습니다.', '걸거나 받은 전화가 여기에 표시됩니다.'),
    missed: '부재중',
    inbound: '수신',
    outbound: '발신',
    unseen: (count) => plural(count, { other: '부재중 전화 #통' }),
  },
  news: {
    incoming: (name) => `${name}에게서 전화가 왔습니다.`,
    call: (name, what) => `${name} 통화: ${what}`,
    deviceConnected: (device) => `${device} 기기가 연결되었습니다.`,
    deviceGone: (device) => `${device} 기기의 연결이 끊어졌습니다.`,
  },
  progress: {
    microphone: '마이크를 기다리는 중…',
    holding: '통화를 보류하는 중…',
    resuming: '보류를 해제하는 중…',
    trying: '전화 거는 중…',
    ringing: '벨이 울리는 중…',
    incoming: '수신 전화',
    connecting: '연결 중…',
    terminating: '전화 끊는 중…',
    heldHere: '통화를 보류했습니다',
    heldThere: '상대방이 통화를 보류했습니다',
    heldByBoth: '양쪽 모두 통화를 보류했습니다',
    established: '연결됨',
  },
  ended: {
    server: (status, phrase) => `서버 응답: ${status} ${phrase}`,
    outbound: {
      busy: ending('통화 중', '상대방이 다른 통화 중입니다.'),
      declined: ending('거절됨', '상대방이 전화를 거절했습니다.'),
      'no-answer': ending('응답 없음', '벨이 울렸지만 아무도 받지 않았습니다.'),
      'not-found': ending('찾을 수 없음', '이 번호나 주소를 쓰는 사람이 없습니다.'),
      unavailable: ending('연결할 수 없음', '지금은 상대방에게 연결할 수 없습니다.'),
      cancelled: ending('취소됨', '상대방이 받기 전에 전화를 끊었습니다.'),
      'answered-elsewhere': ending('다른 곳에서 받음', '다른 전화기에서 전화를 받았습니다.'),
      lost: ending('연결 끊김', '연결이 갑자기 끊어졌습니다.'),
      failed: ending('통화 실패', '전화를 연결하지 못했습니다.'),
      normal: ending('통화 종료'),
    },
    inbound: {
      busy: ending('통화 중', '다른 통화 중이었습니다.'),
      declined: ending('거절함', '전화를 거절했습니다.'),
      'no-answer': ending('부재중 전화', '벨이 울렸지만 받지 않았습니다.'),
      'not-found': ending('통화 실패', '전화를 연결하지 못했습니다.'),
      unavailable: ending('부재중 전화', '전화를 받을 수 없는 상태였습니다.'),
      cancelled: ending('부재중 전화', '받기 전에 상대방이 전화를 끊었습니다.'),
      'answered-elsewhere': ending('다른 곳에서 받음', '다른 전화기에서 전화를 받았습니다.'),
      lost: ending('연결 끊김', '연결이 갑자기 끊어졌습니다.'),
      failed: ending('통화 실패', '전화를 연결하지 못했습니다.'),
      normal: ending('통화 종료'),
    },
  },
  sound: {
    blocked: advice('브라우저가 소리를 차단하고 있습니다.', '통화를 들으려면 소리를 켜세요.'),
    turnOn: '소리 켜기',
  },
  devices: {
    label: '소리',
    microphone: '마이크',
    speaker: '스피커',
    ringer: '벨소리',
    level: '마이크 입력 레벨',
    test: '스피커 테스트',
    systemDefault: '시스템 기본값',
    unnamed: (place) => `기기 ${place}`,
    missing: '연결되지 않은 기기',
    allow: '마이크 허용',
    prompt: '마이크를 허용하면 기기 이름이 표시됩니다.',
    none: '마이크를 찾을 수 없습니다.',
    denied: '마이크가 차단되었습니다. 브라우저의 사이트 설정에서 허용한 다음 페이지를 새로고침하세요.',
    speakerFixed: '이 브라우저에서는 시스템에 설정된 기기로 소리가 납니다.',
  },
  errors: {
    dismiss: '메시지 닫기',
    'target-invalid': advice(
      '이 대상에는 전화를 걸 수 없습니다.',
      '번호, 이름 또는 sip:name@example.com 같은 주소를 입력하세요.',
    ),
    'target-refused': advice(
      '이 번호에는 전화를 걸 수 없습니다.',
      '번호를 확인하거나 이 전화의 관리자에게 문의하세요.',
    ),
    'transport-failed': advice(
      '전화 서비스에 연결할 수 없습니다.',
      '네트워크를 확인하세요. 전화가 자동으로 다시 시도합니다.',
    ),
    'registration-rejected': advice(
      '서버에서 로그인을 거부했습니다.',
      '사용자 이름과 비밀번호를 확인하세요.',
    ),
    'permission-denied': advice(
      '마이크 또는 스피커가 차단되었습니다.',
      '브라우저의 사이트 설정에서 허용한 다음 다시 시도하세요.',
    ),
    'insecure-context': advice(
      '이 페이지는 안전하지 않아서 마이크를 사용할 수 없습니다.',
      'https://로 시작하는 주소로 여세요.',
    ),
    'policy-blocked': advice(
      '이 페이지에서는 마이크를 사용하거나 스피커를 선택할 수 없습니다.',
      '별도의 탭에서 열거나 사이트 관리자에게 문의하세요.',
    ),
    'device-missing': advice('기기를 찾을 수 없습니다.', '기기를 연결하거나 다른 기기를 선택하세요.'),
    'device-busy': advice(
      '다른 프로그램에서 마이크를 사용하고 있습니다.',
      '그 프로그램을 닫고 다시 전화하세요.',
    ),
    'request-pending': advice(
      '브라우저가 아직 마이크 권한을 묻고 있습니다.',
      '질문에 응답한 다음 다시 전화하세요.',
    ),
    'media-failed': advice(
      '소리를 준비하거나 통화를 변경하지 못했습니다.',
      '다시 시도하거나 다른 기기나 네트워크를 사용하세요.',
    ),
    'not-supported': advice(
      '브라우저나 상대방이 지원하지 않아 여기서는 할 수 없습니다.',
      '최신 브라우저를 사용하거나 이 기능 없이 계속하세요.',
    ),
  },
};
