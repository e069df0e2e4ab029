import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor, within } from 'storybook/test';
import { inTests, patient, signedIn, withoutAct } from './inTests.js';
import { LivePage, Person } from './LivePage.js';
import { AnswersByItself, Calls, DigitsHeard, Robot } from './Robot.js';
import { ServerSwitch } from './ServerSwitch.js';

const meta: Meta = {
  title: 'Live/Calls',
  // A page of documentation would hold a dozen phones that all ring.
  tags: ['!autodocs'],
  parameters: { width: 1080, controls: { disable: true } },
  beforeEach: () => {
    if (inTests) withoutAct();
  },
};
export default meta;

type Play = NonNullable<StoryObj['play']>;
type Region = ReturnType<typeof within>;

/** Clicks through the story under the test runner; a person finds the page signed in and untouched. */
const clickedThrough =
  (play: Play): Play =>
  async (context) => {
    await signedIn(context.canvasElement);
    if (inTests) await play(context);
  };

const region = (canvas: Region, name: string): Region => within(canvas.getByRole('region', { name }));
const button = (place: Region, name: string) => place.findByRole('button', { name }, patient);
const said = (place: Region, text: string) => place.findByText(text, {}, patient);
const talking = (place: Region) => place.findByRole('timer', {}, patient);
const ringing = (place: Region) => place.findAllByRole('alertdialog', { name: 'Incoming call' }, patient);

export const CallAndHold: StoryObj = {
  render: () => (
    <LivePage toTry="Type bob at Alice’s phone and press Enter. Answer at Bob’s, and put each other on hold. There are also the numbers busy, away and nobody.">
      {(live) => (
        <>
          <Person live={live} user="alice" />
          <Person live={live} user="bob" />
        </>
      )}
    </LivePage>
  ),
  play: clickedThrough(async ({ canvas, userEvent, step }) => {
    const alice = region(canvas, 'Alice');
    const bob = region(canvas, 'Bob');
    await step('Alice calls Bob', async () => {
      await userEvent.type(alice.getByRole('textbox', { name: 'Number or address' }), 'bob{Enter}');
      const [toast] = await ringing(bob);
      await expect(toast).toHaveAccessibleDescription(/^Alice/);
      await said(alice, 'Ringing…');
    });
    await step('Bob answers and both are connected', async () => {
      await userEvent.click(await button(bob, 'Answer'));
      for (const phone of [alice, bob]) await talking(phone);
    });
    await step('Bob puts the call on hold and takes it off again', async () => {
      await userEvent.click(await button(bob, 'Hold'));
      await said(bob, 'You put this call on hold');
      await said(alice, 'They put you on hold');
      await userEvent.click(await button(bob, 'Hold'));
      await waitFor(() => expect(alice.queryByText('They put you on hold')).toBeNull(), patient);
    });
    await step('Alice hangs up, and both are told', async () => {
      await userEvent.click(await button(alice, 'Hang up'));
      for (const phone of [alice, bob]) await said(phone, 'Call ended');
    });
    await step('both are ready for the next call', async () => {
      for (const phone of [alice, bob]) await userEvent.click(await button(phone, 'Dismiss'));
      for (const phone of [alice, bob]) await expect(await button(phone, 'Call')).toBeVisible();
    });
  }),
};

const beingCalled: StoryObj = {
  render: () => (
    <LivePage toTry="Let Bob call Alice, then answer, decline or let it ring. Bob is a robot: once you talk, it hums.">
      {(live) => (
        <>
          <Person live={live} user="alice" />
          <Robot live={live} user="bob">
            <Calls live={live} user="alice" />
          </Robot>
        </>
      )}
    </LivePage>
  ),
};

export const Answer: StoryObj = {
  ...beingCalled,
  play: clickedThrough(async ({ canvas, userEvent, step }) => {
    const alice = region(canvas, 'Alice');
    const bob = region(canvas, 'Bob');
    await step('Bob calls, and Alice answers', async () => {
      await userEvent.click(await button(bob, 'Call Alice'));
      await ringing(alice);
      await userEvent.click(await button(alice, 'Answer'));
      await talking(alice);
      await said(bob, 'Connected');
    });
    await step('Bob hangs up, and Alice is told', async () => {
      await userEvent.click(await button(bob, 'Hang up'));
      await said(alice, 'Call ended');
    });
  }),
};

export const Decline: StoryObj = {
  ...beingCalled,
  play: clickedThrough(async ({ canvas, userEvent, step }) => {
    const alice = region(canvas, 'Alice');
    const bob = region(canvas, 'Bob');
    await step('Alice declines, and Bob is told', async () => {
      await userEvent.click(await button(bob, 'Call Alice'));
      await userEvent.click(await button(alice, 'Decline'));
      await said(bob, 'Declined');
    });
    await step('Bob gives up before Alice answers', async () => {
      await userEvent.click(await button(bob, 'Call Alice'));
      await ringing(alice);
      await userEvent.click(await button(bob, 'Hang up'));
      await said(bob, 'Cancelled');
      await waitFor(() => expect(alice.queryByRole('alertdialog')).toBeNull(), patient);
    });
  }),
};

export const Digits: StoryObj = {
  render: () => (
    <LivePage toTry="Call bob, who answers at once. Then press keys, or type digits anywhere in the call: Bob shows what arrives.">
      {(live) => (
        <>
          {/* By INFO, because a page cannot hear the digits that WebRTC sends within the sound. */}
          <Person live={live} user="alice" settings={{ dtmf: 'info' }} />
          <Robot live={live} user="bob">
            <AnswersByItself />
            <DigitsHeard live={live} user="bob" />
          </Robot>
        </>
      )}
    </LivePage>
  ),
  play: clickedThrough(async ({ canvas, userEvent, step }) => {
    const alice = region(canvas, 'Alice');
    const heard = within(canvas.getByRole('region', { name: 'Bob' })).getByRole('status', {
      name: 'Digits heard',
    });
    await step('Alice calls, and Bob answers', async () => {
      await userEvent.type(alice.getByRole('textbox', { name: 'Number or address' }), 'bob{Enter}');
      await talking(alice);
    });
    await step('each digit reaches Bob, in order', async () => {
      const call = within(alice.getByRole('region', { name: 'Call with bob' }));
      await userEvent.click(await button(call, 'Keypad'));
      for (const key of ['4', '2', '#']) await userEvent.click(await button(call, key));
      await userEvent.keyboard('17');
      await waitFor(() => expect(heard).toHaveTextContent('42#17'), patient);
    });
    await userEvent.click(await button(alice, 'Hang up'));
    await said(alice, 'Call ended');
  }),
};

export const TwoCallers: StoryObj = {
  render: () => (
    <LivePage toTry="Let Bob and Carol call Alice, one after the other or both at once. Answering the second puts the first on hold. The other call is at the top of Alice’s phone: choose it, and press Hold to take it off hold.">
      {(live) => (
        <>
          <Person live={live} user="alice" />
          {['bob', 'carol'].map((user) => (
            <Robot key={user} live={live} user={user}>
              <Calls live={live} user="alice" />
            </Robot>
          ))}
        </>
      )}
    </LivePage>
  ),
  play: clickedThrough(async ({ canvas, userEvent, step }) => {
    const [alice, bob, carol] = ['Alice', 'Bob', 'Carol'].map((name) => region(canvas, name)) as [
      Region,
      Region,
      Region,
    ];
    await step('both ring at Alice’s', async () => {
      for (const robot of [bob, carol]) await userEvent.click(await button(robot, 'Call Alice'));
      await waitFor(async () => expect(await ringing(alice)).toHaveLength(2), patient);
    });
    await step('Alice answers Bob', async () => {
      const toasts = await ringing(alice);
      const toast = toasts.find((each: HTMLElement) => each.textContent?.includes('Bob')) ?? document.body;
      await userEvent.click(within(toast).getByRole('button', { name: 'Answer' }));
      await said(bob, 'Connected');
    });
    await step('Alice answers Carol, which puts Bob on hold', async () => {
      await userEvent.click(await button(alice, 'Answer'));
      await said(carol, 'Connected');
      await said(bob, 'They put you on hold');
      await alice.findByRole('region', { name: 'Call with Carol' }, patient);
    });
    await step('Carol hangs up, and Bob is still there', async () => {
      await userEvent.click(await button(carol, 'Hang up'));
      await alice.findByRole('region', { name: 'Call with Bob' }, patient);
      await userEvent.click(await button(alice, 'Hang up'));
      await said(bob, 'Call ended');
    });
  }),
};

export const LostConnection: StoryObj = {
  render: () => (
    <LivePage toTry="Switch the server off, while you talk or not, and on again. Both phones say so, and sign in by themselves; a call that stands goes on.">
      {(live) => (
        <>
          <Person live={live} user="alice" />
          <Person live={live} user="bob" />
          <ServerSwitch live={live} />
        </>
      )}
    </LivePage>
  ),
  play: clickedThrough(async ({ canvas, canvasElement, userEvent, step }) => {
    const alice = region(canvas, 'Alice');
    const bob = region(canvas, 'Bob');
    const server = canvas.getByRole('switch', { name: 'Can be reached' });
    await step('Alice talks to Bob', async () => {
      await userEvent.type(alice.getByRole('textbox', { name: 'Number or address' }), 'bob{Enter}');
      await userEvent.click(await button(bob, 'Answer'));
      for (const phone of [alice, bob]) await talking(phone);
    });
    await step('the server goes, and the call goes on', async () => {
      await userEvent.click(server);
      for (const phone of [alice, bob]) {
        await said(phone, 'Reconnecting');
        await expect(await talking(phone)).toBeVisible();
      }
    });
    await step('the server is back, and both sign in', async () => {
      await userEvent.click(server);
      await signedIn(canvasElement);
    });
    await step('the call can still be ended', async () => {
      await userEvent.click(await button(alice, 'Hang up'));
      for (const phone of [alice, bob]) await said(phone, 'Call ended');
    });
  }),
};
