import { reasonOfCancel, reasonOfResponse } from '../../src/sip/endReason.js';

describe('why a call ended', () => {
  it.each([
    [486, 'busy'],
    [600, 'busy'],
    [603, 'declined'],
    [404, 'not-found'],
    [604, 'not-found'],
    [484, 'not-found'],
    [480, 'unavailable'],
    [408, 'no-answer'],
    [487, 'cancelled'],
    [488, 'failed'],
    [503, 'failed'],
    [302, 'failed'],
  ])('%i is %s', (statusCode, cause) => {
    expect(reasonOfResponse(statusCode, 'Words', 'trying')).toEqual({
      statusCode,
      reasonPhrase: 'Words',
      cause,
    });
  });

  it('is nobody there for a phone that rang in vain, and a lost call for an INVITE that nobody heard', () => {
    expect(reasonOfResponse(480, '', 'ringing').cause).toBe('no-answer');
    expect(reasonOfResponse(408, '', 'unheard').cause).toBe('lost');
  });

  it("keeps the server's words as plain text", () => {
    expect(reasonOfResponse(486, 'Busy\u202e\r\n', 'ringing')).toMatchObject({ reasonPhrase: 'Busy' });
    expect(reasonOfResponse(486, undefined, 'ringing')).toMatchObject({ reasonPhrase: '' });
  });
});

describe('why a ringing call was taken back', () => {
  it.each([
    ['nothing is said', [], 'cancelled', 487],
    ['another phone took it', ['SIP;cause=200;text="Call completed elsewhere"'], 'answered-elsewhere', 200],
    ['the telephone network says so', ['Q.850 ; cause = 26'], 'answered-elsewhere', 200],
    ['the second reason says so', ['X;cause=1', 'sip;cause=200'], 'answered-elsewhere', 200],
    ['another phone refused it', ['SIP;cause=603'], 'declined', 603],
    ['the cause is of another protocol', ['Q.850;cause=200'], 'cancelled', 487],
    ['the reason is no reason', ['garbage', ''], 'cancelled', 487],
  ])('when %s', (_, reasons, cause, statusCode) => {
    expect(reasonOfCancel(reasons)).toMatchObject({ cause, statusCode });
  });
});
