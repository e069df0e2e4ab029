import { createMedia } from '../../../src/media/index.js';

/** A page that begins to sound by itself, in the way that its address says, and tells the console how that goes. */
const media = createMedia();

function tell(): void {
  const playing = document.querySelector('audio')?.paused === false;
  console.log(`${media.getState().sound}${playing ? ', playing' : ''}`);
}

media.subscribe(tell);
document.addEventListener('playing', tell, true);

if (location.hash === '#ring') media.ring();

if (location.hash === '#play') {
  const [near, far] = [media.createPeerConnection({}), media.createPeerConnection({})];
  near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
  far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
  far.ontrack = ({ track }) => media.play(media.createStream([track]));
  near.addTransceiver('audio');
  await near.setLocalDescription();
  await far.setRemoteDescription(near.localDescription ?? { type: 'offer' });
  await far.setLocalDescription();
  await near.setRemoteDescription(far.localDescription ?? { type: 'answer' });
}
