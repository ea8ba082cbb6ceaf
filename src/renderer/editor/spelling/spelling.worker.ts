import nspell, { type NSpell } from 'nspell'
import { isMisspelt, suggestions } from './judge.ts'
import type { Answer, Asked, Question } from './messages.ts'

/*
 * Spelling off the page's thread: reading a dictionary takes most of a second, and suggesting for a long word can
 * take longer.
 */
let dictionary: NSpell | null = null

function answer(question: Question): readonly string[] {
  switch (question.kind) {
    case 'load':
      dictionary = nspell(question.affixes, question.words)
      for (const word of question.personal) dictionary.add(word)
      return []
    case 'misspelt': {
      const loaded = dictionary
      return loaded === null ? [] : question.words.filter(word => isMisspelt(word, loaded))
    }
    case 'suggest':
      return dictionary === null ? [] : suggestions(question.word, dictionary)
    case 'learn':
      dictionary?.add(question.word)
      return []
  }
}

self.addEventListener('message', (event: MessageEvent<Asked>) => {
  const { number, question } = event.data
  const reply: Answer = { number, words: answer(question) }
  self.postMessage(reply)
})
