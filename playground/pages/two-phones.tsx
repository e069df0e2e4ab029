import { createPhone, PhoneProvider, Softphone } from '../../src/index.js';
import { EXCHANGE } from './exchange.js';
import { Page, show } from './Page.js';

const phoneOf = (user: string, displayName: string) =>
  createPhone({
    server: EXCHANGE.url,
    aor: `sip:${user}@${EXCHANGE.domain}`,
    displayName,
    credentials: { username: user, password: user },
    // The exchange holds no secrets, and this page may be looked at from another machine.
    allowInsecure: true,
  });

const seats = [
  { name: 'Alice', phone: phoneOf('alice', 'Alice') },
  { name: 'Bob', phone: phoneOf('bob', 'Bob') },
];

const numbers = [
  { number: 'alice', what: 'calls Alice.' },
  { number: 'bob', what: 'calls Bob.' },
  { number: 'echo', what: 'answers and plays back what you say.' },
  { number: 'busy', what: 'is always on another call.' },
  { number: 'nobody', what: 'rings until you give up.' },
  { number: 'away', what: 'has no phone switched on.' },
  { number: 'callback', what: 'answers, and rings you two seconds after you hang up.' },
];

function TwoPhones() {
  return (
    <Page title="Two phones">
      <p className="page-lead">
        Both are signed in to this page’s own exchange. Let one call the other, or one of the numbers here.
      </p>
      <div className="desk">
        {seats.map(({ name, phone }) => (
          <div key={name} className="seat">
            <h2>{name}</h2>
            <PhoneProvider phone={phone}>
              <Softphone aria-label={name} />
            </PhoneProvider>
          </div>
        ))}
        <section className="numbers" aria-labelledby="numbers">
          <h2 id="numbers">Numbers to try</h2>
          <dl>
            {numbers.map(({ number, what }) => (
              <div key={number}>
                <dt>{number}</dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
          <p>
            <b>carol</b> and <b>dave</b> have accounts too, with their names as passwords. Sign in as one of
            them on <a href="/softphone">another page</a>, and they can be called.
          </p>
        </section>
      </div>
    </Page>
  );
}

show(<TwoPhones />);
