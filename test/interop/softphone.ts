import type { Locator, Page } from 'playwright';

/** One softphone of a page, found and used by what a screen reader says of it. */
export class Softphone {
  private readonly region: Locator;

  constructor(page: Page, name = 'Phone') {
    this.region = page.getByRole('region', { name, exact: true });
  }

  /** Waits until its status says so: "Ready", "Connecting", "Reconnecting", "Offline" or "Sign-in failed". */
  says(status: string): Promise<void> {
    return this.region
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${status}$`) })
      .waitFor();
  }

  async dial(number: string): Promise<void> {
    await this.region.getByRole('textbox', { name: 'Number or address' }).fill(number);
    await this.region.getByRole('button', { name: 'Call', exact: true }).click();
  }

  /** The call that rings. */
  incoming(): Locator {
    return this.region.getByRole('alertdialog', { name: 'Incoming call' });
  }

  async answer(): Promise<void> {
    await this.incoming().getByRole('button', { name: 'Answer' }).click();
  }

  async decline(): Promise<void> {
    await this.incoming().getByRole('button', { name: 'Decline' }).click();
  }

  /** The panel of a call, while it lasts and a while after. */
  callWith(name: string): Locator {
    return this.region.getByRole('region', { name: `Call with ${name}`, exact: true });
  }

  /** Waits until the call with `name` is answered. */
  talksTo(name: string): Promise<void> {
    return this.callWith(name).getByRole('timer').waitFor();
  }

  /** Presses a toggle of the call ("Mute", "Hold" or "Keypad") and waits until it is on, or off. */
  async toggle(button: string, on: boolean): Promise<void> {
    await this.region.getByRole('button', { name: button, exact: true, pressed: !on }).click();
    await this.region.getByRole('button', { name: button, exact: true, pressed: on }).waitFor();
  }

  async press(key: string): Promise<void> {
    await this.region.getByRole('button', { name: key, exact: true }).click();
  }

  hangUp(): Promise<void> {
    return this.press('Hang up');
  }

  /** Waits until the ended call with `name` tells its reason in these words. */
  ended(name: string, words: string): Promise<void> {
    return this.callWith(name).getByRole('status').filter({ hasText: words }).waitFor();
  }
}

export interface Account {
  server: string;
  address: string;
  username: string;
  password: string;
}

/** Fills in the form of the playground's page for any server. */
export async function signInAt(page: Page, account: Account): Promise<{ page: Page; phone: Softphone }> {
  for (const [name, text] of Object.entries(account)) {
    await page.getByRole('textbox', { name: new RegExp(name, 'i') }).fill(text);
  }
  await page.getByRole('button', { name: 'Connect' }).click();
  return { page, phone: new Softphone(page) };
}
