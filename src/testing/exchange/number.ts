import type { Peer } from './connection.js';
import { isRequest, parse, type Request, respond } from './message.js';

export interface Answer {
  /** From 180 to 199 it rings until the caller gives up; from 300 to 699 the call is refused. */
  readonly statusCode: number;
  /** By default the words of RFC 3261. */
  readonly reasonPhrase: string | undefined;
}

/** A phone that gives every call the same answer. */
export function createNumber(uri: string, answer: Answer, reply: (message: string) => void): Peer {
  const { statusCode, reasonPhrase } = answer;
  const ringing = new Map<string, Request>();

  function receive(request: Request): void {
    const { method, branch } = request;
    const invite = ringing.get(branch);
    if (method === 'ACK') return;
    if (method === 'OPTIONS') {
      reply(respond(request, 200));
    } else if (method === 'CANCEL') {
      reply(respond(request, invite ? 200 : 481));
      if (invite) reply(respond(invite, 487));
      ringing.delete(branch);
    } else if (statusCode >= 300) {
      reply(respond(request, statusCode, {}, reasonPhrase));
    } else if (method === 'INVITE') {
      ringing.set(branch, request);
      reply(respond(request, statusCode, { Contact: `<${uri}>` }, reasonPhrase));
    } else {
      reply(respond(request, 480));
    }
  }

  return {
    send(text) {
      const message = parse(text);
      if (message && isRequest(message)) receive(message);
    },
    close() {},
  };
}
