import { redact } from '../../src/sip/redact.js';

const message = [
  'REGISTER sip:example.com SIP/2.0',
  'To: <sip:alice@example.com>',
  'Authorization: Digest username="alice", response="0123456789abcdef"',
  'proxy-authorization : Digest username="alice",',
  '  response="fedcba9876543210"',
  'Content-Type: application/sdp',
  '',
  'v=0',
  'a=ice-ufrag:abcd',
  'a=ice-pwd:secretsecretsecretsecret',
  'a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:keykeykey',
  '',
].join('\r\n');

describe('a message in a log', () => {
  it('shows neither digest nor keys of the media', () => {
    for (const secret of ['0123456789abcdef', 'fedcba9876543210', 'secretsecret', 'keykeykey'])
      expect(redact(message)).not.toContain(secret);
  });

  it('shows that something was there', () => {
    const lines = redact(message).split('\r\n');
    expect(lines).toContain('Authorization: (redacted)');
    expect(lines).toContain('a=ice-pwd:(redacted)');
  });

  it('shows all the rest', () => {
    for (const line of [
      'REGISTER sip:example.com SIP/2.0',
      'To: <sip:alice@example.com>',
      'a=ice-ufrag:abcd',
    ])
      expect(redact(message)).toContain(line);
    expect(redact(message)).toContain('\r\nContent-Type: application/sdp\r\n\r\nv=0\r\n');
  });
});
