import type { CDPSession, Page } from 'playwright';

/**
 * Looks at a page without touching it. Playwright's own ways in, `evaluate` and locators alike, count as a gesture of
 * the person, and a browser that saw one lets the page play sound.
 */
export class Untouched {
  private constructor(private readonly session: CDPSession) {}

  static async of(page: Page): Promise<Untouched> {
    return new Untouched(await page.context().newCDPSession(page));
  }

  /** Role and name of everything that a screen reader finds, one a line: `button "Answer"`. */
  async see(): Promise<string[]> {
    const { nodes } = await this.session.send('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => `${role?.value} ${JSON.stringify(name?.value ?? '')}`);
  }

  /** The value of an expression, evaluated in the page with no gesture. */
  async ask(expression: string): Promise<unknown> {
    const { result } = await this.session.send('Runtime.evaluate', { expression, userGesture: false });
    return result.value;
  }
}
