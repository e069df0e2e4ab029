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

  it('runs ours though theirs throws, and passes the error on once', () => {
    const mistake = new Error('a mistake of the consumer');
    const ours = vi.fn();
    const theirs = () => {
      throw mistake;
    };
    const { onClick } = mergeProps({ onClick: ours }, { onClick: theirs });
    expect(onClick).toThrow(mistake);
    expect(ours).toHaveBeenCalledOnce();
  });

  it('leaves ours out when theirs prevented the default and then threw', () => {
    const ours = vi.fn();
    const theirs = (event: { defaultPrevented: boolean }) => {
      event.defaultPrevented = true;
      throw new Error('a mistake of the consumer');
    };
    const { onClick } = mergeProps({ onClick: ours }, { onClick: theirs });
    expect(() => (onClick as typeof theirs)({ defaultPrevented: false })).toThrow();
    expect(ours).not.toHaveBeenCalled();
  });

  it.each([
    [true, false, true],
    [false, true, true],
    [false, false, false],
  ])('disables when either side does: %s and %s', (ours, theirs, disabled) => {
    expect(mergeProps({ disabled: ours }, { disabled: theirs })).toEqual({ disabled });
  });
});
