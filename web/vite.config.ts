import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { measuredFigures } from './measured';

// How precise laut is stands in bench/results.md alone; the page takes the figures from there when it is built.
const results = readFileSync(resolve(__dirname, '../bench/results.md'), 'utf8');

export default defineConfig({
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  define: { __MEASURED__: JSON.stringify(measuredFigures(results)) },
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 300,
    emptyOutDir: true,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8021' } },
  test: { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], environment: 'node' },
});
