import { receives, type Section, sends } from './sdp.js';

/** Throws what Chromium says of an offer that cannot be applied after the descriptions before it. */
export function refuseOffer(offer: readonly Section[], before: readonly Section[]): void {
  if (!before.every(({ kind, mid }, line) => offer[line]?.kind === kind && offer[line]?.mid === mid)) {
    fail('offer', "The order of m-lines in subsequent offer doesn't match order from previous offer/answer.");
  }
  for (const section of offer) refuseSection('offer', section);
}

/** Throws what Chromium says of an answer that does not fit its offer. */
export function refuseAnswer(answer: readonly Section[], offer: readonly Section[]): void {
  const inOrder = answer.every(
    ({ kind, mid }, line) => offer[line]?.kind === kind && offer[line]?.mid === mid,
  );
  if (!inOrder || answer.length !== offer.length) {
    fail('answer', "The order of m-lines in answer doesn't match order in offer. Rejecting answer.");
  }
  answer.forEach((section, line) => {
    refuseSection('answer', section);
    if (section.rejected) return;
    const offered = offer[line]?.direction ?? 'inactive';
    if (receives(section.direction) && !sends(offered)) fail('answer', 'Incompatible send direction');
    if (sends(section.direction) && !receives(offered)) fail('answer', 'Incompatible receive direction');
    if (section.setup === 'actpass') {
      const where = `Failed to apply the description for m= section with mid='${section.mid}'`;
      fail('answer', `${where}: Answerer must use either active or passive value for setup attribute.`);
    }
  });
}

function refuseSection(type: string, { rejected, fingerprint, ufrag, muxed }: Section): void {
  if (rejected) return;
  if (!fingerprint) fail(type, 'Called with SDP without DTLS fingerprint.');
  if (!ufrag) fail(type, 'Called with SDP without ice-ufrag and ice-pwd.');
  if (!muxed) fail(type, 'rtcp-mux must be enabled when BUNDLE is enabled.');
}

function fail(type: string, reason: string): never {
  throw new DOMException(`Failed to set remote ${type} sdp: ${reason}`, 'InvalidAccessError');
}
