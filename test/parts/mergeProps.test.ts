import { mergeProps } from '../../src/parts/mergeProps.js';

describe('merging props', () => {
  it('lets the later win, but not by being undefined', () => {
    expect(mergeProps({ id: 'a', title: 'ours' }, undefined, { id: 'b', title: undefined })).toEqual({
      id: 'b',
      title: 'ours',
    });
  });

  it('stops at the first handler that prevents the default', () => {
    const ran: string[] = [];
    const handler = (name: string, prevents = false) => ({
      onClick: (event: { defaultPrevented: boolean }) => {
        ran.push(name);
        event.defaultPrevented ||= prevents;
      },
    });
    const { onClick } = mergeProps(handler('ours'), handler('part', true), handler('element'));
    (onClick as (event: object) => void)({ defaultPrevented: false });
    expect(ran).toEqual(['element', 'part']);
  });

  it('runs all handlers of something that is no event', () => {
    const [ours, theirs] = [vi.fn(), vi.fn()];
    const { onValueChange } = mergeProps({ onValueChange: ours }, { onValueChange: theirs });
    (onValueChange as (value?: string) => void)();
    expect([ours, theirs].map((spy) => spy.mock.calls.length)).toEqual([1, 1]);
  });

  it.each([
    [true, false, true],
    [false, true, true],
    [false, false, false],
  ])('disables when either side does: %s and %s', (ours, theirs, disabled) => {
    expect(mergeProps({ disabled: ours }, { disabled: theirs })).toEqual({ disabled });
  });
});
