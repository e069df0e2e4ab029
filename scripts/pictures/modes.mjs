const wide = { width: 1120, height: 820 };

/**
 * How each story is looked at: the toolbar's settings, what the browser says of the person's system, and the page
 * that the pictures lie on.
 */
export const modes = [
  mode('light', 'Light', { globals: { theme: 'light' } }),
  mode('dark', 'Dark', { globals: { theme: 'dark' }, paper: '#0b0c0e', ink: '#f3f3f2' }),
  mode('right-to-left', 'Right to left', {
    globals: { theme: 'light', locale: 'ar' },
    globalsWhenPlayed: { theme: 'light', direction: 'rtl' },
  }),
  mode('240px', '240 px', {
    globals: { theme: 'light', width: '240' },
    viewport: { width: 272, height: 820 },
  }),
  mode('forced-colours', 'Forced colours', {
    globals: { theme: 'dark' },
    context: { forcedColors: 'active', colorScheme: 'dark' },
    paper: '#000',
    ink: '#fff',
  }),
];

function mode(name, title, options) {
  const { context, ...rest } = options;
  return {
    name,
    title,
    viewport: wide,
    paper: '#efeeec',
    ink: '#191a1c',
    ...rest,
    context: { reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'Europe/London', ...context },
  };
}
