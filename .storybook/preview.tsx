import type { Decorator, Preview } from '@storybook/react-vite';
import '../src/styles/styles.css';
import './preview.css';

const withPage: Decorator = (Story, { globals, parameters }) => {
  const { theme, direction, width } = globals;
  return (
    <div
      className="story-page"
      dir={direction}
      style={{ colorScheme: theme === 'system' ? 'light dark' : theme }}
    >
      <div className="story" style={{ inlineSize: width === 'story' ? (parameters.width ?? 352) : width }}>
        <Story />
      </div>
    </div>
  );
};

const toolbar = (title: string, icon: string, items: { value: string; title: string }[]) => ({
  description: title,
  toolbar: { title, icon, items, dynamicTitle: true },
});

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withPage],
  initialGlobals: { theme: 'system', direction: 'ltr', width: 'story' },
  globalTypes: {
    theme: toolbar('Theme', 'contrast', [
      { value: 'system', title: 'As the system' },
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
    ]),
    direction: toolbar('Direction', 'transfer', [
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
    width: toolbar('Width', 'grow', [
      { value: 'story', title: 'As the story says' },
      { value: '272px', title: '240 px' },
      { value: '352px', title: '320 px' },
      { value: '672px', title: '640 px' },
    ]),
  },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
  },
};

export default preview;
