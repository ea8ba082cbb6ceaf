import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/*
 * The oldest runtime that Galley starts on is Electron 25 (Node 18, Chromium 114). Main and preload are each
 * one CommonJS file with every library inside: that runtime loads no ES modules there, and a sandboxed
 * preload can require nothing but electron.
 */
const oneCommonJsFile = (entry: string, outDir: string) => ({
  outDir,
  target: 'node18',
  externalizeDeps: false,
  minify: false,
  rolldownOptions: {
    input: { index: resolve(import.meta.dirname, entry) },
    output: { format: 'cjs' as const, entryFileNames: '[name].cjs', codeSplitting: false },
  },
})

const dictionaries = { 'en-US': 'dictionary-en', 'en-GB': 'dictionary-en-gb' }

/** Copies the spelling dictionaries beside main, which reads them as files in a checkout and in a package. */
const shipDictionaries = {
  name: 'ship-dictionaries',
  generateBundle(this: { emitFile(file: { type: 'asset'; fileName: string; source: Uint8Array }): string }) {
    for (const [language, name] of Object.entries(dictionaries)) {
      for (const kind of ['aff', 'dic']) {
        const source = readFileSync(resolve(import.meta.dirname, `node_modules/${name}/index.${kind}`))
        this.emitFile({ type: 'asset', fileName: `dictionaries/${language}.${kind}`, source })
      }
    }
  },
}

export default defineConfig({
  main: { plugins: [shipDictionaries], build: oneCommonJsFile('src/main/index.ts', 'out/main') },
  preload: { build: oneCommonJsFile('src/preload/index.ts', 'out/preload') },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome114',
      minify: true,
      rolldownOptions: { input: resolve(import.meta.dirname, 'src/renderer/index.html') },
    },
    worker: { format: 'es' },
  },
})
