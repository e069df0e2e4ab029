import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type BaresipEvent, connectToBaresip } from './baresipControl.js';
import { freePort, portRange } from './ports.js';
import { startProcess } from './process.js';
import { strongestTone } from './tone.js';

/** A plain SIP phone with RTP and G.711, no WebRTC, which plays a tone as its microphone. */
export interface Baresip {
  readonly user: string;
  /** All that happened so far, oldest first. */
  readonly events: readonly BaresipEvent[];
  /** Gives an order such as `dial` with `sip:bob@example.com`, `accept`, `hold`, `resume` or `hangup`. */
  order(command: string, params?: string): Promise<string>;
  /** The digits that it decoded from RFC 4733 packets, in the order they came. */
  digits(): string;
  /** Every SIP message that it sent and received, as text. */
  trace(): string;
  /** Packets of sound a second that it received, measured over `duration` ms. */
  packetRate(duration?: number): Promise<number>;
  /**
   * What it decodes for half a second: the frequency of the strongest tone in Hz, or `null` for silence. Only until
   * it was held once: baresip 1.0 does not put its recorder back after a hold.
   */
  heard(): Promise<number | null>;
  dispose(): Promise<void>;
}

export interface BaresipOptions {
  /** Registers with the password `USER-secret`. */
  user: string;
  domain: string;
  /** Port of 127.0.0.1 on which the proxy takes SIP over UDP. */
  proxyPort: number;
  /** What it sends for a voice, in Hz. */
  tone: number;
}

/** Starts baresip and resolves when it is registered. */
export async function startBaresip({ user, domain, proxyPort, tone }: BaresipOptions): Promise<Baresip> {
  const directory = await mkdtemp(join(tmpdir(), 'hookswitch-baresip-'));
  const recordings = join(directory, 'recordings');
  await mkdir(recordings);
  const controlPort = await freePort();
  const rtp = portRange(100);

  const account = [
    `<sip:${user}@${domain};transport=udp>`,
    `auth_user=${user}`,
    `auth_pass=${user}-secret`,
    `outbound="sip:127.0.0.1:${proxyPort};transport=udp"`,
    'regint=300',
    'answermode=manual',
    'audio_codecs=pcmu,pcma',
    'dtmfmode=rtpevent',
  ];
  await writeFile(join(directory, 'accounts'), `${account.join(';')}\n`);
  await writeFile(
    join(directory, 'config'),
    // sndfile writes down what is decoded; there is no loudspeaker
    `poll_method epoll
sip_listen 127.0.0.1:${await freePort()}
audio_source ausine,${tone}
audio_level no
ausrc_srate 48000
ausrc_channels 2
ausrc_format s16
auenc_format s16
auplay_srate 8000
auplay_channels 1
auplay_format s16
audec_format s16
rtp_ports ${rtp.first}-${rtp.last}
module_path /usr/lib/baresip/modules
module g711.so
module ausine.so
module sndfile.so
snd_path ${recordings}
module_app account.so
module_app ctrl_tcp.so
module_app menu.so
ctrl_tcp_listen 127.0.0.1:${controlPort}
`,
  );

  const server = await startProcess('baresip', ['-f', directory, '-s'], {
    ready: (output) => output.includes(`${user}@${domain}: {0/UDP/v4} 200 OK`),
  });
  const control = await connectToBaresip(controlPort);

  return {
    user,
    events: control.events,
    order: control.order,
    digits: () =>
      [...server.output().matchAll(/received event: '(.)' \(end=0\)/g)].map(([, d]) => d).join(''),
    trace: server.output,
    async packetRate(duration = 3_000) {
      const received = async () => Number(/rcvd=(\d+)/.exec(await control.order('audio_debug'))?.[1]);
      const [start, first] = [performance.now(), await received()];
      await setTimeout(duration);
      return (1_000 * ((await received()) - first)) / (performance.now() - start);
    },
    async heard() {
      const samples = await record(recordings, 500);
      return samples.length < 2_048 ? null : strongestTone(samples, 8_000);
    },
    async dispose() {
      control.close();
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** What the newest call decoded during the next `duration` ms: 8,000 samples a second, -1 to 1. */
async function record(directory: string, duration: number): Promise<Float32Array> {
  const newest = (await readdir(directory))
    .filter((name) => name.endsWith('-dec.wav'))
    .sort()
    .at(-1);
  if (!newest) return new Float32Array();
  const file = join(directory, newest);
  const { size } = await stat(file);
  await setTimeout(duration);
  const wav = (await readFile(file)).subarray(size & ~1); // 16 bit, mono, behind a header of even length
  return Float32Array.from({ length: wav.length >> 1 }, (_, i) => wav.readInt16LE(2 * i) / 32_768);
}
