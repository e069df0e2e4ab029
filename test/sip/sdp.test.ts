import { audioDirection, type Direction, mendAnswer } from '../../src/sip/sdp.js';

const description = (lines: string[], end = '\r\n') => lines.map((line) => line + end).join('');

/** As Chrome writes it, shortened. */
const chrome = (direction: Direction) =>
  description([
    'v=0',
    'o=- 4611732 2 IN IP4 127.0.0.1',
    's=-',
    't=0 0',
    'a=group:BUNDLE 0',
    'a=msid-semantic: WMS',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111 0 126',
    'c=IN IP4 0.0.0.0',
    'a=rtcp:9 IN IP4 0.0.0.0',
    'a=ice-ufrag:abcd',
    'a=ice-pwd:abcdefghijklmnopqrstuvwx',
    'a=fingerprint:sha-256 00:11',
    'a=setup:actpass',
    'a=mid:0',
    `a=${direction}`,
    'a=rtcp-mux',
    'a=rtpmap:111 opus/48000/2',
    'a=rtpmap:126 telephone-event/8000',
  ]);

/** As Firefox writes it: a direction for the session, and another for the audio. */
const firefox = (direction: Direction, end = '\r\n') =>
  description(
    [
      'v=0',
      'o=mozilla...THIS_IS_SDPARTA-99.0 1 0 IN IP4 0.0.0.0',
      's=-',
      't=0 0',
      'a=fingerprint:sha-256 00:11',
      'a=group:BUNDLE 0',
      'a=ice-options:trickle',
      'a=sendrecv',
      'm=audio 40678 UDP/TLS/RTP/SAVPF 109 101',
      'c=IN IP4 192.0.2.1',
      'a=candidate:0 1 UDP 2122252543 192.0.2.1 40678 typ host',
      `a=${direction}`,
      'a=ice-ufrag:abcd',
      'a=mid:0',
    ],
    end,
  );

/** As a plain phone writes it. */
const phone = (...audio: string[]) =>
  description(['v=0', 'o=- 1 1 IN IP4 192.0.2.9', 's=-', 't=0 0', 'm=audio 4000 RTP/AVP 0 101', ...audio]);

const DIRECTIONS = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;

describe('the direction of the audio', () => {
  it.each(DIRECTIONS)('is %s as Chrome says it', (direction) => {
    expect(audioDirection(chrome(direction))).toBe(direction);
  });

  it.each(DIRECTIONS)('is %s as Firefox says it, after one for the session', (direction) => {
    expect(audioDirection(firefox(direction))).toBe(direction);
    expect(audioDirection(firefox(direction, '\n'))).toBe(direction);
  });

  it("is the session's where the audio has none", () => {
    const sdp = description(['v=0', 'a=sendonly', 'm=audio 4000 RTP/AVP 0', 'c=IN IP4 192.0.2.9']);
    expect(audioDirection(sdp)).toBe('sendonly');
  });

  it('is both ways where nothing is said', () => {
    expect(audioDirection(phone('c=IN IP4 192.0.2.9'))).toBe('sendrecv');
  });

  it("is not the video's", () => {
    const video = description(['m=video 9 UDP/TLS/RTP/SAVPF 96', 'c=IN IP4 192.0.2.9', 'a=inactive']);
    expect(audioDirection(chrome('sendrecv') + video)).toBe('sendrecv');
    expect(audioDirection(`v=0\r\n${video}m=audio 4000 RTP/AVP 0\r\na=sendonly\r\n`)).toBe('sendonly');
  });

  it('is none where there is no audio', () => {
    expect(audioDirection('v=0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=sendrecv\r\n')).toBe('inactive');
    expect(audioDirection('')).toBe('inactive');
  });

  it('is none for the address 0.0.0.0, the old way to hold', () => {
    expect(audioDirection(phone('c=IN IP4 0.0.0.0', 'a=sendrecv'))).toBe('inactive');
    const session = description(['v=0', 'c=IN IP4 0.0.0.0', 'm=audio 4000 RTP/AVP 0']);
    expect(audioDirection(session)).toBe('inactive');
    expect(audioDirection(`${session}c=IN IP4 192.0.2.9\r\n`)).toBe('sendrecv');
  });

  it('does not take the address for a hold where ICE is used', () => {
    expect(audioDirection(chrome('sendrecv'))).toBe('sendrecv');
    const iceOfSession = description(['v=0', 'a=ice-ufrag:abcd', 'm=audio 9 RTP/AVP 0', 'c=IN IP4 0.0.0.0']);
    expect(audioDirection(iceOfSession)).toBe('sendrecv');
  });
});

describe('an answer that grants more than was offered', () => {
  const allowed: Record<Direction, Direction[]> = {
    sendrecv: ['sendrecv', 'sendonly', 'recvonly', 'inactive'],
    sendonly: ['recvonly', 'inactive'],
    recvonly: ['sendonly', 'inactive'],
    inactive: ['inactive'],
  };
  const pairs = DIRECTIONS.flatMap((offer) => DIRECTIONS.map((answer) => [offer, answer] as const));

  it.each(pairs)('to %s, %s is mended if need be, and only then', (offer, answer) => {
    for (const write of [chrome, firefox]) {
      const mended = mendAnswer(write(answer), chrome(offer));
      if (allowed[offer].includes(answer)) expect(mended).toBe(write(answer));
      else expect(audioDirection(mended)).toBe(allowed[offer][0]);
    }
  });

  it('keeps every other line of it', () => {
    const lines = mendAnswer(chrome('sendrecv'), chrome('sendonly')).split('\r\n');
    const before = chrome('sendrecv')
      .split('\r\n')
      .filter((line) => line !== 'a=sendrecv');
    expect(lines.filter((line) => line !== 'a=recvonly')).toEqual(before);
    expect(lines.filter((line) => line === 'a=recvonly')).toHaveLength(1);
  });

  it('gets a direction where it has none', () => {
    const mended = mendAnswer(phone('c=IN IP4 192.0.2.9'), chrome('sendonly'));
    expect(mended).toBe(phone('c=IN IP4 192.0.2.9', 'a=recvonly'));
  });

  it('leaves the video alone', () => {
    const video = description(['m=video 0 UDP/TLS/RTP/SAVPF 96', 'a=sendrecv']);
    const mended = mendAnswer(chrome('sendrecv') + video, chrome('inactive'));
    expect(mended.endsWith(video)).toBe(true);
    expect(audioDirection(mended)).toBe('inactive');
  });
});
