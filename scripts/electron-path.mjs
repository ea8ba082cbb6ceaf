import { command } from './say.mjs'
import { setUp } from './setup.mjs'

/** Prints the executable that opens this checkout's built app, and nothing else. */
await command(async () => {
  const { executable } = await setUp()
  process.stdout.write(`${executable}\n`)
})
