import type { ArgTypes, Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { PhoneProvider, Softphone } from '../../src/index.js';
import sheet from '../../src/styles/tokens.css?raw';
import { fakePhone } from '../../src/testing/fakePhone.js';
import { steadyLevel, talking } from '../samples.js';
import './samples.css';

type Tokens = Record<string, string | number | undefined>;

/** Every token, as the sheet reads it. */
const names = [...new Set([...sheet.matchAll(/var\(\s*--hs-([\w-]+)/g)].map(([, name]) => name ?? ''))];

const typed: ArgTypes = {
  font: { control: 'text' },
  'font-size': { control: 'text' },
  radius: { control: 'text' },
  shadow: { control: 'text' },
  density: { control: { type: 'range', min: 0.7, max: 1.2, step: 0.05 } },
};

const idle = fakePhone();
const busy = fakePhone({ calls: [talking()] }, { meter: steadyLevel });

/** Set a token in the controls, and both phones follow. What is not set stays as the page has it. */
const meta: Meta<Tokens> = {
  title: 'Theming/Tokens',
  tags: ['!autodocs'],
  parameters: { width: 740 },
  argTypes: Object.fromEntries(
    names.map((name) => [name, { name: `--hs-${name}`, control: 'color', ...typed[name] }]),
  ),
  render: (tokens) => (
    <div
      className="token-samples"
      style={Object.fromEntries(names.map((name) => [`--hs-${name}`, tokens[name]]))}
    >
      <PhoneProvider phone={idle}>
        <Softphone aria-label="Idle" />
      </PhoneProvider>
      <PhoneProvider phone={busy}>
        <Softphone aria-label="Talking" />
      </PhoneProvider>
    </div>
  ),
};
export default meta;

export const Tokens: StoryObj<Tokens> = {};

/** Two colours and a radius are a brand already. */
export const ThreeOfThem: StoryObj<Tokens> = {
  args: { answer: '#6d28d9', 'on-answer': '#ffffff', radius: '6px' },
  play: async ({ canvas }) => {
    const call = canvas.getByRole('button', { name: 'Call' });
    await expect(getComputedStyle(call).backgroundColor).toBe('rgb(109, 40, 217)');
  },
};
