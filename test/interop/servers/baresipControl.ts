import { once } from 'node:events';
import { connect } from 'node:net';

/** Something that happened at the phone, in baresip's words: `CALL_INCOMING`, `CALL_ESTABLISHED`, `CALL_CLOSED`, … */
export interface BaresipEvent {
  readonly type: string;
  readonly param: string;
}

interface Reply {
  readonly ok: boolean;
  readonly data: string;
}

export interface BaresipControl {
  readonly events: readonly BaresipEvent[];
  /** Resolves with what baresip says to it; rejects when it refuses. */
  order(command: string, params?: string): Promise<string>;
  close(): void;
}

/** Speaks with baresip's module ctrl_tcp: JSON objects both ways, each as a netstring (`11:{"ok":true},`). */
export async function connectToBaresip(port: number): Promise<BaresipControl> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');

  const events: BaresipEvent[] = [];
  const waiting = new Map<string, (reply: Reply) => void>();
  let buffer = Buffer.alloc(0);
  let orders = 0;

  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const start = buffer.indexOf(':') + 1;
      const end = start + Number(buffer.subarray(0, start - 1));
      if (start === 0 || buffer.length <= end) return; // its comma has not come yet
      const message = JSON.parse(buffer.toString('utf8', start, end));
      buffer = buffer.subarray(end + 1);
      if (message.event) events.push({ type: message.type, param: message.param ?? '' });
      else waiting.get(message.token)?.(message);
    }
  });

  return {
    events,
    async order(command, params = '') {
      const token = String(++orders);
      const reply = new Promise<Reply>((resolve) => waiting.set(token, resolve));
      const json = JSON.stringify({ command, params, token });
      socket.write(`${Buffer.byteLength(json)}:${json},`);
      const { ok, data } = await reply;
      waiting.delete(token);
      if (!ok) throw new Error(`baresip refuses "${command} ${params}": ${data}`);
      return data;
    },
    close: () => socket.destroy(),
  };
}
