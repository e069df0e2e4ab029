import { type Invitation, type SessionInviteOptions, UserAgent } from 'sip.js';
import type { Phone } from '../../src/phone/index.js';
import { createWire, type Wire } from '../../src/testing/index.js';
import { ended, only, reach, register } from '../support/calls.js';
import { rawPeer } from '../support/rawPeer.js';

let wire: Wire;
let alice: Phone;
let carol: Awaited<ReturnType<typeof rawPeer>>;

beforeEach(async () => {
  wire = createWire();
  alice = wire.phone('alice', { acceptHeaders: ['X-Order'], earlyMedia: true });
  await register(alice);
  carol = await rawPeer(wire.socket, 'carol');
});

afterEach(async () => {
  await alice.dispose();
  await carol.stop();
});

/** Alice calls Carol, who answers. */
async function talk() {
  const id = await alice.call('carol', { headers: { 'X-Order': '48213' } });
  const invitation = await carol.invited();
  await invitation.accept();
  await reach(alice, { state: 'established' });
  return { id, invitation };
}

/** The status codes by which a phone answered the requests of a method, one for each request. */
const answersTo = (user: string, method: string) => {
  const answers = new Map<string, number>();
  for (const { user: sender, direction, text } of wire.messages) {
    const number = new RegExp(`^CSeq: (\\d+) ${method}`, 'im').exec(text)?.[1];
    const final = /^SIP\/2\.0 ([2-6]\d\d)/.exec(text)?.[1];
    if (sender === user && direction === 'sent' && number && final) answers.set(number, Number(final));
  }
  return [...answers.values()];
};

it('sends own headers, and lets in the headers that are asked for', async () => {
  await alice.call('carol', { headers: { 'X-Order': '48213' } });
  const invitation = await carol.invited();
  expect(invitation.request.getHeader('X-Order')).toBe('48213');
  await invitation.reject();
  await ended(alice, 'no-answer');
  alice.dismiss(only(alice).id);

  const uri = UserAgent.makeURI('sip:alice@hookswitch.test')!;
  const { Inviter } = await import('sip.js');
  await new Inviter(carol.agent, uri, { extraHeaders: ['X-Order: 7', 'X-Other: secret'] }).invite();
  await reach(alice, { state: 'ringing', headers: { 'X-Order': '7' } });
  expect(JSON.stringify(alice.store.getState())).not.toContain('secret');
});

it('plays early media in place of its own ringback, and goes on when answered', async () => {
  const id = await alice.call('carol');
  const invitation = await carol.invited();
  await invitation.progress({ statusCode: 183 });
  await reach(alice, { state: 'ringing' });
  await vi.waitFor(() => expect(alice.media(id).remote?.getAudioTracks()).toHaveLength(1));
  await invitation.accept();
  await reach(alice, { state: 'established' });
});

/** Sends a re-INVITE and waits until it is answered: SIP.js takes no second one before. */
const reinvite = (invitation: Invitation, options: SessionInviteOptions) =>
  new Promise<void>((resolve, reject) => {
    const requestDelegate = { onAccept: () => resolve(), onReject: () => reject(new Error('Refused.')) };
    invitation.invite({ ...options, requestDelegate }).catch(reject);
  });

it('sees that the other side holds and resumes, and answers a refresh without an offer', async () => {
  const { invitation } = await talk();
  await reinvite(invitation, { sessionDescriptionHandlerOptions: { hold: true } as object });
  await reach(alice, { hold: 'remote' });
  await reinvite(invitation, { sessionDescriptionHandlerOptions: { hold: false } as object });
  await reach(alice, { hold: 'none' });
  await invitation.invite({ withoutSdp: true });
  await vi.waitFor(() => expect(answersTo('alice', 'INVITE')).toEqual([200, 200, 200]));
  expect(only(alice)).toMatchObject({ state: 'established', hold: 'none' });
});

it('stays in the call, unheld, when the other side refuses to be held, and can hold later', async () => {
  const { id, invitation } = await talk();
  const handler = invitation.sessionDescriptionHandler!;
  const refusing = vi.spyOn(handler, 'setDescription').mockRejectedValue(new Error('Not this way.'));
  await expect(alice.hold(id)).rejects.toMatchObject({ code: 'media-failed' });
  expect(only(alice)).toMatchObject({ state: 'established', hold: 'none', pending: null });
  expect(alice.store.getState().lastError?.code).toBe('media-failed');

  refusing.mockRestore();
  await alice.hold(id);
  expect(only(alice)).toMatchObject({ state: 'established', hold: 'local', pending: null });
});

it('does not follow a REFER', async () => {
  const { invitation } = await talk();
  const before = wire.messages.filter((m) => m.user === 'alice' && m.text.startsWith('INVITE')).length;
  await invitation.refer(UserAgent.makeURI('sip:premium@hookswitch.test')!);
  await vi.waitFor(() => expect(answersTo('alice', 'REFER')).toEqual([603]));
  expect(wire.messages.filter((m) => m.user === 'alice' && m.text.startsWith('INVITE'))).toHaveLength(before);
});

it('does not follow a redirection', async () => {
  await alice.call('carol');
  const invitation = await carol.invited();
  await invitation.reject({ statusCode: 302 });
  await reach(alice, { state: 'terminated', endReason: { statusCode: 302, cause: 'failed' } });
});

it('refuses video that the other side adds, and keeps talking', async () => {
  const { invitation } = await talk();
  const handler = invitation.sessionDescriptionHandler as unknown as { peerConnection: RTCPeerConnection };
  handler.peerConnection.addTransceiver('video');
  await invitation.invite();
  await vi.waitFor(() => expect(answersTo('alice', 'INVITE')).toEqual([200]));
  const answer = wire.messages.findLast(
    (m) => m.user === 'alice' && m.direction === 'sent' && m.text.startsWith('SIP/2.0 200'),
  );
  const [, audio, video, ...more] = answer!.text.split(/^(?=m=)/m);
  expect(audio).toMatch(/^m=audio (?!0 )[\s\S]*^a=sendrecv/m);
  expect(video).toMatch(/^m=video (?:0 |[\s\S]*^a=inactive)/m);
  expect(more).toEqual([]);
  expect(only(alice).state).toBe('established');
});
