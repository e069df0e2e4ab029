import { showCallerInTitle } from '../../src/page/index.js';
import { fakeCall, fakePhone } from '../../src/testing/fakePhone.js';

const from = (displayName: string, id = displayName) =>
  fakeCall({ id, direction: 'inbound', state: 'ringing', remote: { uri: 'sip:x@y.test', displayName } });

const words = (name: string) => `${name} is calling`;

describe('showCallerInTitle', () => {
  beforeEach(() => {
    document.title = 'Desk';
  });

  it('says who is calling and gives the title back', () => {
    const phone = fakePhone();
    const stop = showCallerInTitle(phone, words);
    expect(document.title).toBe('Desk');
    phone.store.setState({ calls: [from('Grace')] });
    expect(document.title).toBe('Grace is calling');
    phone.store.setState({ calls: [] });
    expect(document.title).toBe('Desk');
    stop();
  });

  it('gives the title back when it is stopped in the middle of a ring', () => {
    const stop = showCallerInTitle(fakePhone({ calls: [from('Grace')] }), words);
    expect(document.title).toBe('Grace is calling');
    stop();
    expect(document.title).toBe('Desk');
  });

  it('shares the title between two phones that ring at once', () => {
    const [first, second] = [fakePhone(), fakePhone()];
    const stops = [showCallerInTitle(first, words), showCallerInTitle(second, words)];
    first.store.setState({ calls: [from('Grace')] });
    second.store.setState({ calls: [from('Ada')] });
    expect(document.title).toBe('Ada is calling');
    second.store.setState({ calls: [] });
    expect(document.title).toBe('Grace is calling');
    first.store.setState({ calls: [] });
    expect(document.title).toBe('Desk');
    for (const stop of stops) stop();
  });

  it('leaves a title alone that the page has changed meanwhile', () => {
    const phone = fakePhone({ calls: [from('Grace')] });
    const stop = showCallerInTitle(phone, words);
    document.title = 'Desk (3)';
    phone.store.setState({ calls: [] });
    expect(document.title).toBe('Desk (3)');
    stop();
  });
});
