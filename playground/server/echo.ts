import type { BodyAndContentType, SessionDescriptionHandler } from 'sip.js';
import { type MediaStreamTrack, RTCPeerConnection, RTCRtpCodecParameters } from 'werift';

const AUDIO = [
  new RTCRtpCodecParameters({ mimeType: 'audio/opus', clockRate: 48_000, channels: 2 }),
  new RTCRtpCodecParameters({ mimeType: 'audio/PCMU', clockRate: 8_000, channels: 1, payloadType: 0 }),
  new RTCRtpCodecParameters({ mimeType: 'audio/telephone-event', clockRate: 48_000, channels: 1 }),
];

/** The media of one call: real WebRTC in Node that sends back what it hears, and nothing while on hold. */
export class Echo implements SessionDescriptionHandler {
  #peer = new RTCPeerConnection({
    codecs: { audio: AUDIO },
    iceServers: [],
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });
  #repeated = new Set<MediaStreamTrack>();

  /** `onLost`: the other side is gone without a goodbye. */
  constructor(onLost: () => void) {
    this.#peer.connectionStateChange.subscribe((state) => {
      if (state === 'failed' || state === 'disconnected') onLost();
    });
  }

  hasDescription(contentType: string): boolean {
    return contentType === 'application/sdp';
  }

  async getDescription(): Promise<BodyAndContentType> {
    const isAnswer = this.#peer.signalingState === 'have-remote-offer';
    if (!isAnswer && this.#peer.getTransceivers().length === 0) this.#peer.addTransceiver('audio');
    await this.#peer.setLocalDescription(
      isAnswer ? await this.#peer.createAnswer() : await this.#peer.createOffer(),
    );
    return { body: this.#peer.localDescription?.sdp ?? '', contentType: 'application/sdp' };
  }

  async setDescription(sdp: string): Promise<void> {
    const type = this.#peer.signalingState === 'have-local-offer' ? 'answer' : 'offer';
    await this.#peer.setRemoteDescription({ type, sdp });
    // One that came with the offer would otherwise only listen.
    for (const transceiver of this.#peer.getTransceivers()) transceiver.setDirection('sendrecv');
    this.#repeat();
  }

  sendDtmf(): boolean {
    return false;
  }

  close(): void {
    void this.#peer.close();
  }

  #repeat(): void {
    for (const transceiver of this.#peer.getTransceivers()) {
      for (const track of transceiver.receiver.tracks) {
        if (this.#repeated.has(track)) continue;
        this.#repeated.add(track);
        track.onReceiveRtp.subscribe((packet) => {
          // Digits come under a payload type of their own; sent back as speech they would be noise.
          const isSpeech = packet.header.payloadType === transceiver.codecs[0]?.payloadType;
          // werift minds no direction: it would talk into a hold.
          const maySend = transceiver.currentDirection?.startsWith('send');
          if (isSpeech && maySend) void transceiver.sender.sendRtp(packet);
        });
      }
    }
  }
}
