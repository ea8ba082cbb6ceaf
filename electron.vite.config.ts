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

export default defineConfig({
  main: { build: oneCommonJsFile('src/main/index.ts', 'out/main') },
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
