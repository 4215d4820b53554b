import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { byteBudget } from './build/byte-budget.js';
import { mantineVariables } from './build/mantine-variables.js';

const api = process.env['API_URL'] ?? 'http://127.0.0.1:3000';

/** So that a list of requests tells which languages were fetched. */
const languageOf = (module: string | null) => /messages\/src\/(da|en)\//.exec(module ?? '')?.[1]?.concat('-') ?? '';

export default defineConfig({
  plugins: [react(), mantineVariables(), byteBudget({ firstLoad: ['/messages/src/da/frame.ts'], limit: 190_000, files: 6 })],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames: ({ facadeModuleId }) => `assets/${languageOf(facadeModuleId)}[name]-[hash].js`,
        codeSplitting: {
          // All that the entry reaches without asking later comes in two files, however many other pages share its parts. The libraries
          // stay in the browser's cache when only the product's own code changes. Styles keep one order in one file.
          groups: [
            { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/].*js$/, priority: 2 },
            { name: 'frame', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
  server: { host: '127.0.0.1', port: Number(process.env['PORT'] ?? 5173), proxy: { '/api': { target: api } } },
});
