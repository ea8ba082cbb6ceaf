import { webFrame } from 'electron'
import type { Bridge } from '../contract/bridge.ts'

/**
 * Lets Chromium ask the page which words are misspelt. A page that fails to answer underlines nothing:
 * spelling must never stand in the way of writing.
 */
export const provideSpelling: Bridge['provideSpelling'] = (language, misspelt) => {
  webFrame.setSpellCheckProvider(language, {
    spellCheck: (words, callback) => {
      misspelt(words).then(callback, () => callback([]))
    },
  })
}
