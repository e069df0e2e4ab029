import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Children } from 'react';
import { type CallId, CallPanel } from '../../src/index.js';
import { CallListParts, CallParts, IncomingCallParts } from '../../src/parts/index.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';
import { catchUncaught } from '../support/uncaught.js';
import { withPhone } from '../support/withPhone.js';

const id = 'of-another-phone' as CallId;
const over = fakeCall({ id, state: 'terminated' });

/** Everything that takes the id of a call. */
const takers: Record<string, ReactElement> = {
  'CallParts.Root': <CallParts.Root callId={id}>Here</CallParts.Root>,
  'IncomingCallParts.Root': <IncomingCallParts.Root callId={id}>Here</IncomingCallParts.Root>,
  'CallListParts.Item': <CallListParts.Item callId={id}>Here</CallListParts.Item>,
  CallPanel: <CallPanel callId={id} />,
};

/** A microtask of the page is over before this. */
const aMomentLater = () => new Promise((resolve) => setTimeout(resolve));

describe.each(Object.entries(takers))('<%s> with an id that the phone never gave', (_, taker) => {
  it('renders nothing, and tells the page once what is wrong, why, and what to do', async () => {
    const caught = catchUncaught();
    const { container } = render(taker, { wrapper: withPhone(fakePhone()) });
    await aMomentLater();
    expect(container).toHaveTextContent('');
    expect(caught.map(String)).toEqual([
      expect.stringMatching(
        /no call has the id "of-another-phone", so nothing can be shown .+\. Use an id from /,
      ),
    ]);
  });

  it('is silent about a call that is over and was dismissed', async () => {
    const caught = catchUncaught();
    const { container } = render(taker, { wrapper: withPhone(fakePhone({ history: [over] })) });
    await aMomentLater();
    expect(container).toHaveTextContent('');
    expect(caught).toEqual([]);
  });
});

it('is one mistake, however many parts make it', async () => {
  const caught = catchUncaught();
  render(Children.toArray(Object.values(takers)), { wrapper: withPhone(fakePhone()) });
  await aMomentLater();
  expect(caught).toHaveLength(1);
});

it('is no mistake to ask for the active call where there is none, or for one in scope that is gone', async () => {
  const caught = catchUncaught();
  render(
    <>
      <CallParts.Root />
      <CallPanel />
    </>,
    { wrapper: withPhone(fakePhone(), id) },
  );
  await aMomentLater();
  expect(caught).toEqual([]);
});
