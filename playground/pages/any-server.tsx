import { type ComponentProps, type FormEvent, useId, useState } from 'react';
import { createPhone, type Phone, PhoneProvider, Softphone } from '../../src/index.js';
import { EXCHANGE } from './exchange.js';
import { Page, show } from './Page.js';

/** What is typed into the form, but for the password, which is kept nowhere. */
interface Account {
  server: string;
  address: string;
  username: string;
}

function AnyServer() {
  const [account, setAccount] = useState<Account>({ server: EXCHANGE.url, address: '', username: '' });
  const [phone, setPhone] = useState<Phone | null>(null);

  const disconnect = () => {
    setPhone(null);
    void phone?.dispose();
  };

  return (
    <Page title="Any SIP server">
      {phone ? (
        <div className="seat">
          <div className="signed-in">
            <h2>{addressOf(account)}</h2>
            <button type="button" className="button" onClick={disconnect}>
              Disconnect
            </button>
          </div>
          <PhoneProvider phone={phone}>
            <Softphone />
          </PhoneProvider>
        </div>
      ) : (
        <SignIn account={account} onChange={setAccount} onConnect={setPhone} />
      )}
    </Page>
  );
}

interface SignInProps {
  account: Account;
  onChange(account: Account): void;
  onConnect(phone: Phone): void;
}

function SignIn({ account, onChange, onConnect }: SignInProps) {
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState('');

  const connect = (event: FormEvent) => {
    event.preventDefault();
    try {
      onConnect(phoneFor(account, password));
    } catch (error) {
      setProblem(error instanceof Error ? error.message.replace(/^hookswitch: /, '') : String(error));
    }
  };
  const field = (name: keyof Account) => ({
    value: account[name],
    onChange: (event: { target: { value: string } }) => onChange({ ...account, [name]: event.target.value }),
  });

  return (
    <form className="card" onSubmit={connect}>
      <Field
        label="Server"
        hint="A WebSocket address; this one is the page’s own exchange."
        required
        {...field('server')}
      />
      <Field
        label="Address"
        hint={`Where others call you, such as sip:carol@${EXCHANGE.domain}.`}
        required
        {...field('address')}
      />
      <Field label="Username" hint="Leave it empty if your server asks for none." {...field('username')} />
      <Field
        label="Password"
        hint="Stays in this page and is gone when you leave it."
        type="password"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {problem && <p role="alert">{problem}</p>}
      <button type="submit" className="button button-primary">
        Connect
      </button>
    </form>
  );
}

/** As people write it, breaking before the host where it is long. */
function addressOf({ address }: Account) {
  const [user, host] = address
    .trim()
    .replace(/^sips?:/i, '')
    .split('@');
  return (
    <>
      {user}
      <wbr />@{host}
    </>
  );
}

function Field({ label, hint, ...input }: { label: string; hint: string } & ComponentProps<'input'>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...input}
      />
      <small id={`${id}-hint`}>{hint}</small>
    </div>
  );
}

/** Throws what `createPhone` throws, in words for whoever filled in the form. */
function phoneFor({ server, address, username }: Account, password: string): Phone {
  return createPhone({
    server: server.trim(),
    aor: address.trim(),
    ...(username && { credentials: { username: username.trim(), password } }),
    // This page came over the same road; any other server has to be encrypted.
    allowInsecure: server.trim() === EXCHANGE.url,
  });
}

show(<AnyServer />);
