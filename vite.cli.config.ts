import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

/**
 * The command line as Node runs it: galley.js and, beside it, a piece for each command and format, so that one
 * that is not asked for costs no time to start. jsdom stays outside and is loaded only for HTML.
 */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'out/cli',
    target: 'node20',
    ssr: 'src/cli/index.ts',
    // Less to read at every start.
    minify: true,
    rolldownOptions: {
      external: [...builtinModules, /^node:/, 'jsdom'],
      output: {
        format: 'es',
        entryFileNames: 'galley.js',
        chunkFileNames: '[name]-[hash].js',
        banner: '#!/usr/bin/env node',
      },
    },
  },
  ssr: { noExternal: true, external: ['jsdom'] },
})
