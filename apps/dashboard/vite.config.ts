import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { byteBudget } from './build/byte-budget.js';
import { mantineVariables } from './build/mantine-variables.js';

const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

const everyPage = /node_modules\/(react|react-dom|scheduler|i18next|react-i18next(?!.*Trans)|@tanstack)\//;

export default defineConfig({
  plugins: [
    react(),
    mantineVariables(),
    byteBudget({ firstLoad: ['/shell/AppShell.tsx', '/pages/portfolio/PortfolioPage.tsx', '/messages/src/da/frame.ts'], limit: 200_000 }),
  ],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every page needs stays together: fewer requests, and it stays in the browser's cache when only pages change.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'frame', test: everyPage }] } } },
  },
  server: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 5173), proxy: { '/api': { target: api } } },
});
