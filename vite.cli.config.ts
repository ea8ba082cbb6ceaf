import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

/** The command line as one file that Node runs as it is; jsdom stays outside and is loaded only for HTML. */
export default defineConfig({
  publicDir: false,
  build: {
    outDir: 'out/cli',
    target: 'node20',
    ssr: 'src/cli/index.ts',
    minify: false,
    rolldownOptions: {
      external: [...builtinModules, /^node:/, 'jsdom'],
      output: {
        format: 'es',
        entryFileNames: 'galley.js',
        codeSplitting: false,
        banner: '#!/usr/bin/env node',
      },
    },
  },
  ssr: { noExternal: true, external: ['jsdom'] },
})
