export interface Candidate {
  type: RTCIceCandidateType;
  address: string;
  port: number;
  /** As in `a=` lines, without the `a=`. */
  line: string;
}

/** What is found by a machine whose ICE servers all answer. */
export function candidateTypes({
  iceServers = [],
  iceTransportPolicy,
}: RTCConfiguration): RTCIceCandidateType[] {
  const urls = iceServers.flatMap(({ urls }) => urls);
  const types: RTCIceCandidateType[] = ['host'];
  if (urls.some((url) => url.startsWith('stun'))) types.push('srflx');
  if (urls.some((url) => url.startsWith('turn'))) types.push('relay');
  return iceTransportPolicy === 'relay' ? types.filter((type) => type === 'relay') : types;
}

/** By type: the priority, and an address of the networks for documentation (RFC 5737). */
const places: Record<RTCIceCandidateType, [priority: number, address: string]> = {
  host: [2_122_260_223, '192.0.2.1'],
  prflx: [1_853_817_087, '198.51.100.2'],
  srflx: [1_686_052_607, '198.51.100.1'],
  relay: [41_885_439, '203.0.113.1'],
};

export function candidateOf(type: RTCIceCandidateType, foundation: number): Candidate {
  const [priority, address] = places[type];
  const port = 10_000 + (foundation % 50_000);
  const related = type === 'host' ? '' : ' raddr 0.0.0.0 rport 0';
  const line = `candidate:${foundation} 1 udp ${priority} ${address} ${port} typ ${type}${related} generation 0`;
  return { type, address, port, line };
}
