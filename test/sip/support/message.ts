/** A SIP message as a test reads it. */
export interface Message {
  readonly text: string;
  /** `REGISTER` of a request, `200` of a response. */
  readonly start: string;
  header(name: string): string | undefined;
}

export function read(text: string): Message {
  const [line = ''] = text.split('\r\n', 1);
  return {
    text,
    start: (line.startsWith('SIP/2.0 ') ? line.split(' ')[1] : line.split(' ')[0]) ?? '',
    header: (name) => new RegExp(`^${name}: (.*)$`, 'im').exec(text)?.[1]?.trim(),
  };
}

/** The response to a request that a server would write, with lines of one's own. */
export function respond({ text, header }: Message, status: string, lines: readonly string[] = []): string {
  const copied = [...text.matchAll(/^(?:Via|From|Call-ID|CSeq): .*$/gim)].map(([line]) => line.trim());
  const to = header('To') ?? '';
  return [
    `SIP/2.0 ${status}`,
    ...copied,
    `To: ${to.includes(';tag=') ? to : `${to};tag=server`}`,
    ...lines,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
}

/** The response of a registrar that grants what was asked for. */
export const grant = (request: Message): string =>
  respond(request, '200 OK', [
    `Contact: ${/<[^>]*>/.exec(request.header('Contact') ?? '')?.[0]};expires=${request.header('Expires')}`,
  ]);
