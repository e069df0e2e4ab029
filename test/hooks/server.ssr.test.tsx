import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { PhoneProvider } from '../../src/hooks/index.js';
import { everyPart } from '../support/everyPart.js';
import { spyPhone } from '../support/spyPhone.js';

describe('on a server, where nothing can be opened', () => {
  it.each(Object.entries(everyPart))('%s renders, and asks nothing of the phone', (_, facts) => {
    const { part: Part, tag, props, state, around = (node: ReactNode) => <>{node}</> } = facts;
    const phone = spyPhone(state);
    const html = renderToString(<PhoneProvider phone={phone}>{around(<Part {...props} />)}</PhoneProvider>);
    expect(html).toContain(`<${tag}`);
    const told = Object.values(phone).filter((verb) => vi.isMockFunction(verb) && verb.mock.calls.length > 0);
    expect(told).toEqual([]);
  });

  it('renders the state that the phone began with, as the page will at first', () => {
    const phone = spyPhone();
    phone.store.setState({ transport: 'disconnected' });
    const { part: Status } = everyPart['PhoneParts.Status']!;
    const html = renderToString(
      <PhoneProvider phone={phone}>
        <Status />
      </PhoneProvider>,
    );
    expect(html).toContain('data-status="ready"');
  });
});
