import { describePeerConnection } from './describePeerConnection.js';

describePeerConnection("the browser's peer connection", {
  connection: () => new RTCPeerConnection(),
  microphone: async () => {
    const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks();
    if (!track) throw new Error('There is no microphone.');
    return track;
  },
});
