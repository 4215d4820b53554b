import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { byteBudget } from './build/byte-budget.js';
import { mantineVariables } from './build/mantine-variables.js';

const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    react(),
    mantineVariables(),
    byteBudget({ firstLoad: ['/shell/AppShell.tsx', '/pages/portfolio/PortfolioPage.tsx', '/messages/src/da/frame.ts'], limit: 200_000 }),
  ],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: { target: 'es2022', assetsInlineLimit: 0, cssCodeSplit: true, modulePreload: { polyfill: false } },
  server: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 5173), proxy: { '/api': { target: api } } },
});
