import { act, render, screen } from '@testing-library/react';
import type { CountryCode } from 'libphonenumber-js/min';
import { Component, type ReactNode, StrictMode } from 'react';
import { useNumberFormat } from '../../src/index.js';
import { NumberFormatProvider } from '../../src/numbers/index.js';

const showing = (useFormat: typeof useNumberFormat) =>
  function Shown({ children }: { children: string }) {
    return <output>{useFormat().whole(children)}</output>;
  };
const Shown = showing(useNumberFormat);

/** Shows what was thrown below it, as an app does. */
class Boundary extends Component<{ children: ReactNode }, { message?: string }> {
  override state: { message?: string } = {};
  static getDerivedStateFromError = ({ message }: Error) => ({ message });
  override render = () => this.state.message ?? this.props.children;
}

describe('<NumberFormatProvider>', () => {
  it('shows numbers as they are until the library is there, then as its country writes them', async () => {
    const { rerender } = render(
      <NumberFormatProvider country="GB">
        <Shown>02079460018</Shown>
      </NumberFormatProvider>,
    );
    expect(screen.getByRole('status')).toHaveTextContent(/^02079460018$/);
    expect(await screen.findByText('020 7946 0018')).toBeVisible();
    rerender(
      <NumberFormatProvider country="US">
        <Shown>2025550170</Shown>
      </NumberFormatProvider>,
    );
    expect(screen.getByRole('status')).toHaveTextContent(/^\(202\) 555-0170$/);
  });

  it('is not needed: without one, numbers are shown as they are', () => {
    render(<Shown>02079460018</Shown>);
    expect(screen.getByRole('status')).toHaveTextContent(/^02079460018$/);
  });

  it('says what a country is to be when it is none', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    render(
      <Boundary>
        <NumberFormatProvider country={'Germany' as CountryCode} />
      </Boundary>,
    );
    expect(await screen.findByText(/country "Germany".+does not know.+Write for example/)).toBeVisible();
  });

  describe('when the library cannot be loaded', () => {
    beforeEach(() => {
      vi.resetModules();
      vi.doMock('libphonenumber-js/min', () => {
        throw new Error('no such file');
      });
    });
    afterEach(() => {
      vi.unstubAllGlobals();
      vi.doUnmock('libphonenumber-js/min');
      vi.resetModules();
    });

    it('shows numbers as they are, and says so once', async () => {
      const reportError = vi.fn();
      vi.stubGlobal('reportError', reportError);
      const { NumberFormatProvider } = await import('../../src/numbers/index.js');
      const Shown = showing((await import('../../src/index.js')).useNumberFormat);
      const provider = (
        <StrictMode>
          <NumberFormatProvider country="GB">
            <Shown>02079460018</Shown>
          </NumberFormatProvider>
        </StrictMode>
      );
      const { rerender } = render(provider);
      await vi.waitFor(() => expect(reportError).toHaveBeenCalled());
      rerender(<div>{provider}</div>);
      await act(async () => {});
      expect(reportError).toHaveBeenCalledOnce();
      expect(reportError.mock.lastCall?.[0].message).toMatch(/as they are.+could not be loaded.+Install it/);
      expect(screen.getByRole('status')).toHaveTextContent(/^02079460018$/);
    });
  });
});
