import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** A style sheet imported as text (`?raw`) is its text; the others say nothing to a test and stay empty. */
const css = { include: [/\?raw$/] }

/**
 * Five projects: `npm run check` runs node, renderer and rooms; e2e and shots open
 * windows of the built app, which their setup prepares.
 */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          css,
          include: ['tests/{core,contract,main,cli,scripts,conformance}/**/*.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          css,
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'rooms',
          environment: 'node',
          include: ['tests/rooms/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: './tests/support/display-setup.ts',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'shots',
          globalSetup: './tests/support/display-setup.ts',
          environment: 'node',
          include: ['tests/shots/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'bench',
          globalSetup: './tests/support/display-setup.ts',
          environment: 'node',
          include: ['tests/bench/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
        },
      },
    ],
  },
})
