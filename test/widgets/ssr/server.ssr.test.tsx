import { renderToString } from 'react-dom/server';
import { fakeCall, fakePhone } from '../../../src/testing/fakePhone.js';
import { CallHistory } from '../../../src/widgets/index.js';
import { everyState, everyWidget, pageOf, widgetNames } from './everyWidget.js';

it('knows every widget there is', () => {
  const known = new Set(Object.keys(everyWidget).map((name) => name.replace(/:.*/, '')));
  expect([...known].sort()).toEqual(widgetNames.sort());
});

describe.each(Object.entries(everyWidget))('<%s> on a server, where there is no page', (_, widget) => {
  it.each(Object.entries(everyState))('renders %s', (_, state) => {
    expect(typeof window).toBe('undefined');
    expect(renderToString(pageOf(widget, fakePhone(state)))).toMatch(/^<main>.*<\/main>$/s);
  });
});

it('renders a screen of a long history, not all of it', () => {
  const calls = Array.from({ length: 50 }, (_, place) => fakeCall({ id: `${place}`, endedAt: 1 }));
  const html = renderToString(pageOf(<CallHistory calls={calls} />, fakePhone()));
  expect(html.match(/<li/g)).toHaveLength(20);
});
