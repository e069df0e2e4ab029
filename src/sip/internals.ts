import type { Core, Session, UserAgent } from 'sip.js';
import type { DigestAnswer } from './digest.js';

/*
 * The only place that reaches into SIP.js behind its types. sip.js is pinned to the exact version for which this is right.
 */

/** Has our digest answer challenges: SIP.js's answers anyone, in MD5 only. */
export function answerChallengesWith(agent: UserAgent, makeDigest: () => DigestAnswer): void {
  const configuration = agent.userAgentCore.configuration as unknown as {
    authenticationFactory: () => DigestAnswer;
  };
  configuration.authenticationFactory = makeDigest;
}

/** SIP.js leaves its flag up when a re-INVITE is redirected or never answered, and refuses every later one. */
export function clearPendingReinvite(session: Session): void {
  (session as unknown as { pendingReinvite: boolean }).pendingReinvite = false;
}

/** Takes a session that SIP.js failed to end out of its books. */
export function forgetSession(session: Session): void {
  delete session.userAgent._sessions[session.id];
  session.dialog?.dispose();
}

/** SIP.js waits on for a request that we gave up, and would still answer a challenge to it. */
export function forgetRequest(core: Core.UserAgentCore, request: Core.OutgoingRequest): void {
  request.dispose();
  for (const [id, client] of core.userAgentClients) if (client === request) core.userAgentClients.delete(id);
}
