import { build } from './built.mjs'
import { command } from './say.mjs'

await command(build)
