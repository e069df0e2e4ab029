/** What an ICE server list promises: one candidate of each kind is worth waiting for. */
export interface Promised {
  srflx: boolean;
  relay: boolean;
}

export function promisedBy(iceServers: readonly RTCIceServer[], policy: RTCIceTransportPolicy): Promised {
  const urls = iceServers.flatMap(({ urls: listed }) => listed);
  return {
    srflx: policy !== 'relay' && urls.some((url) => /^stuns?:/i.test(url)),
    relay: urls.some((url) => /^turns?:/i.test(url)),
  };
}

/** An IPv6 host candidate comes up to half a ms after the IPv4 one. */
const PATIENCE = 5;

export interface GatheringOptions {
  iceServers: readonly RTCIceServer[];
  policy: RTCIceTransportPolicy;
  /** Longest wait, ms. */
  limit: number;
}

/**
 * Waits until a description is worth sending, which is long before gathering is complete: a UDP host candidate and
 * what the ICE servers promise, then 5 ms more. Rejects when the limit passes, or gathering ends, with nothing usable.
 */
export function gatherEnough(
  connection: RTCPeerConnection,
  { iceServers, policy, limit }: GatheringOptions,
): Promise<void> {
  const promised = promisedBy(iceServers, policy);
  const has = { host: policy === 'relay', srflx: !promised.srflx, relay: !promised.relay };
  return new Promise((resolve, reject) => {
    let patience: ReturnType<typeof setTimeout> | undefined;
    const usable = () => /^a=candidate:/m.test(connection.localDescription?.sdp ?? '');
    const end = (settle: () => void) => {
      clearTimeout(patience);
      clearTimeout(cap);
      connection.removeEventListener('icecandidate', onCandidate);
      connection.removeEventListener('icegatheringstatechange', onState);
      settle();
    };
    const settle = () =>
      end(() =>
        usable() ? resolve() : reject(new Error('No network address was found that the call could use.')),
      );
    const onCandidate = ({ candidate }: RTCPeerConnectionIceEvent) => {
      if (!candidate?.candidate) return;
      const kind = candidate.type ?? / typ (\w+)/.exec(candidate.candidate)?.[1];
      const protocol = candidate.protocol ?? candidate.candidate.split(' ')[2]?.toLowerCase();
      if (kind === 'host') has.host ||= protocol === 'udp';
      else if (kind === 'srflx' || kind === 'prflx') has.srflx = true;
      else if (kind === 'relay') has.relay = true;
      if (has.host && has.srflx && has.relay)
        patience ??= setTimeout(settle, policy === 'relay' ? 0 : PATIENCE);
    };
    const onState = () => {
      if (connection.iceGatheringState === 'complete') settle();
    };
    const cap = setTimeout(settle, limit);
    connection.addEventListener('icecandidate', onCandidate);
    connection.addEventListener('icegatheringstatechange', onState);
  });
}
