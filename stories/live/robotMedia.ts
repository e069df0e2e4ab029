import { createMedia, type Media } from '../../src/media/index.js';

/** Ears and mouth of a phone that nobody holds: it hums a chord, and keeps what it hears to itself. */
export function robotMedia(): Media {
  return {
    ...createMedia(),
    async openMicrophone() {
      const context = new AudioContext();
      const output = context.createMediaStreamDestination();
      for (const frequency of [196, 247, 294]) hum(context, frequency, output);
      const [track] = output.stream.getAudioTracks();
      if (!track) throw new Error('This browser makes no sound.');
      const close = () => {
        track.stop();
        if (context.state !== 'closed') void context.close();
      };
      return { track, onTrackChange: null, onLost: null, close };
    },
    play: () => ({ setMuted: () => {}, stop: () => {} }),
    ring: () => () => {},
    ringback: () => () => {},
  };
}

function hum(context: AudioContext, frequency: number, output: AudioNode): void {
  const voice = new OscillatorNode(context, { frequency });
  voice.connect(new GainNode(context, { gain: 0.04 })).connect(output);
  voice.start();
}
