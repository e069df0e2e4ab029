import { createMedia, MediaError } from '../../../src/media/index.js';

/** A page that uses the media by itself, in the way that its address says, and tells the console how that goes. */
const media = createMedia();

function tell(): void {
  const playing = document.querySelector('audio')?.paused === false;
  console.log(`${media.getState().sound}${playing ? ', playing' : ''}`);
}

const ways: Record<string, () => unknown> = {
  '#ring'() {
    media.subscribe(tell);
    media.ring();
  },

  async '#play'() {
    media.subscribe(tell);
    document.addEventListener('playing', tell, true);
    const [near, far] = [media.createPeerConnection({}), media.createPeerConnection({})];
    near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined);
    far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined);
    far.ontrack = ({ track }) => media.play(media.createStream([track]));
    near.addTransceiver('audio');
    await near.setLocalDescription();
    await far.setRemoteDescription(near.localDescription ?? { type: 'offer' });
    await far.setLocalDescription();
    await near.setRemoteDescription(far.localDescription ?? { type: 'answer' });
  },

  async '#microphone'() {
    const outcome = await media.openMicrophone().then(
      ({ track }) => track.readyState,
      (error) => (error instanceof MediaError ? error.code : String(error)),
    );
    console.log(outcome);
  },
};

void ways[location.hash]?.();
