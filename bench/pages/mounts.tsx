import '../../src/styles/styles.css';
import type { ReactElement } from 'react';
import { CallHistory, Dialer, PhoneProvider, Softphone } from '../../src/index.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';
import { makePlace, mount } from './mount.js';
import { plain } from './plain.js';

/** What is mounted beside what, by a name. */
const pairs = {
  Dialer: () => withPlain(<Dialer />),
  Softphone: () => withPlain(<Softphone />),
  CallHistory: () => [history(10_000), history(100)] as const,
};

let contenders: readonly ReactElement[] = [];
let places: ReturnType<typeof makePlace>[] = [];

export function prepare(name: keyof typeof pairs): void {
  contenders = pairs[name]();
}

/** Shows the one or the other, so often, and has it laid out. */
export async function show(which: number, copies: number): Promise<void> {
  places = Array.from({ length: copies }, makePlace);
  for (const place of places) place.show(contenders[which]!);
  // Rows that are measured first come in the frame after.
  await frame();
  await frame();
}

export function clear(): void {
  for (const place of places) place.remove();
}

/** A widget and the same nodes in plain React. */
function withPlain(widget: ReactElement) {
  const inPhone = <PhoneProvider phone={fakePhone()}>{widget}</PhoneProvider>;
  const shown = mount(inPhone);
  const Plain = plain(shown.container.childNodes);
  const copy = mount(<Plain />);
  if (copy.container.innerHTML !== shown.container.innerHTML) {
    throw new Error(`Not the same nodes:\n${shown.container.innerHTML}\n${copy.container.innerHTML}`);
  }
  shown.remove();
  copy.remove();
  return [inPhone, <Plain key="plain" />] as const;
}

function history(length: number) {
  const calls = Array.from({ length }, (_, index) => {
    const startedAt = 1_700_000_000_000 - index * 60_000;
    return fakeCall({
      id: `past-${index}`,
      direction: index % 2 ? 'inbound' : 'outbound',
      state: 'terminated',
      startedAt,
      answeredAt: startedAt,
      endedAt: startedAt + 30_000,
      remote: { uri: `sip:${index}@example.com`, displayName: `Caller ${index}` },
    });
  });
  return (
    <PhoneProvider phone={fakePhone()}>
      <CallHistory calls={calls} style={{ blockSize: 480 }} />
    </PhoneProvider>
  );
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
