export { type Agent, type AgentObserver, type AgentSettings, createAgent, type LogLevel } from './agent.js';
export type { Credentials, CredentialsSource } from './credentials.js';
export type { EndCause, EndReason } from './endReason.js';
export type { ConnectionFacts } from './keepConnected.js';
export type { RegistrationFact } from './registration.js';
export type { RemoteParty, Session, SessionObserver } from './session.js';
export type { SocketFactory, SocketLike } from './socket.js';
