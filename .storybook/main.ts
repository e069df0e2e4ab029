import type { StorybookConfig } from '@storybook/react-vite';
import { mergeConfig } from 'vite';

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: [
    '../stories/docs/*.mdx',
    '../stories/{live,themes}/*.stories.tsx',
    { directory: '../stories', files: '*.stories.tsx', titlePrefix: 'Widgets' },
  ],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: { sidebarOnboardingChecklist: false },
  typescript: { reactDocgen: 'react-docgen' },
  viteFinal: (vite) =>
    mergeConfig(
      // The entries and externals of the library's build are not those of a page. Nor is `light-dark()` lowered: what
      // takes its place sees no `color-scheme` but that of style sheets.
      { ...vite, build: { ...vite.build, lib: false, rolldownOptions: {}, cssTarget: 'esnext' } },
      // Small modules already. Bundled ahead when they are met, they would reload the page in the middle of a test.
      { optimizeDeps: { exclude: ['lucide-react'] } },
    ),
};

export default config;
