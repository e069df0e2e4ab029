import { expect, it, vi } from 'vitest';
import {
  createFakeMedia,
  type FakeMediaOptions,
  type FakePeerConnection,
} from '../../src/testing/fakeMedia.js';
import { describePeerConnection } from './describePeerConnection.js';

describePeerConnection('the fake peer connection', {
  connection: () => createFakeMedia().createPeerConnection({}),
  microphone: async () => (await createFakeMedia().openMicrophone()).track,
});

async function call(from: RTCPeerConnection, to: RTCPeerConnection): Promise<void> {
  await from.setLocalDescription();
  await to.setRemoteDescription(from.localDescription!);
  await to.setLocalDescription();
  await from.setRemoteDescription(to.localDescription!);
}

it('hears the other end while that is neither muted nor on hold', async () => {
  const media = createFakeMedia();
  const [alice, bob] = [media.createPeerConnection({}), media.createPeerConnection({})];
  const [aliceEnd, bobEnd] = media.connections as [FakePeerConnection, FakePeerConnection];
  const { track } = await media.openMicrophone();
  const ours = alice.addTransceiver(track);
  await call(alice, bob);
  await vi.waitFor(() => expect([aliceEnd.hears, bobEnd.hears]).toEqual([false, true]));

  track.enabled = false;
  expect(bobEnd.hears).toBe(false);
  track.enabled = true;
  expect(bobEnd.hears).toBe(true);

  ours.direction = 'inactive';
  await call(alice, bob);
  expect(bobEnd.hears).toBe(false);

  ours.direction = 'sendrecv';
  await call(alice, bob);
  expect(bobEnd.hears).toBe(true);
  track.stop();
  expect(bobEnd.hears).toBe(false);
});

it('keeps the digits that it sent', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const media = createFakeMedia();
  const [alice, bob] = [media.createPeerConnection({}), media.createPeerConnection({})];
  const { sender } = alice.addTransceiver((await media.openMicrophone()).track);
  await call(alice, bob);
  sender.dtmf?.insertDTMF('12,#');
  await vi.advanceTimersByTimeAsync(3_000);
  expect(media.connections[0]?.sentTones).toBe('12#');
  vi.useRealTimers();
});

it.each<[string, FakeMediaOptions, RTCConfiguration, string[]]>([
  ['no servers', {}, {}, ['host', 'end']],
  [
    'a STUN and a TURN server',
    {},
    { iceServers: [{ urls: ['stun:a', 'turn:b'] }] },
    ['host', 'srflx', 'relay', 'end'],
  ],
  [
    'a relay alone',
    {},
    { iceServers: [{ urls: ['stun:a', 'turn:b'] }], iceTransportPolicy: 'relay' },
    ['relay', 'end'],
  ],
  ['a silent server', { candidates: ['host'] }, { iceServers: [{ urls: 'stun:a' }] }, ['host', 'end']],
  ['no network', { candidates: [] }, {}, ['end']],
  ['an endless search', { gatheringCompletes: false }, {}, ['host']],
])('finds with %s what there is to find', async (_, options, configuration, expected) => {
  const connection = createFakeMedia(options).createPeerConnection(configuration);
  const found: string[] = [];
  connection.onicecandidate = ({ candidate }) => found.push(candidate?.type ?? 'end');
  connection.addTransceiver('audio');
  await connection.setLocalDescription();
  await vi.waitFor(() => expect(found).toEqual(expected));
});

it('loses the network and finds it again after an ICE restart', async () => {
  const media = createFakeMedia();
  const [alice, bob] = [media.createPeerConnection({}), media.createPeerConnection({})];
  alice.addTransceiver('audio');
  await call(alice, bob);
  await vi.waitFor(() => expect(alice.connectionState).toBe('connected'));
  media.connections[0]?.setConnectionState('failed');
  expect(alice.iceConnectionState).toBe('failed');
  alice.restartIce();
  await call(alice, bob);
  await vi.waitFor(() => expect(alice.connectionState).toBe('connected'));
});
