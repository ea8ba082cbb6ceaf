import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { notify } from '../../ui/notify.ts'
import { openSpeller, type Speller, spellingLanguage } from './speller.ts'

/**
 * Has Chromium underline what is misspelt in the page, by the briefing's language; the answer is the speller while
 * spelling is on and the language has a dictionary. Nothing leaves the machine.
 */
export function useSpelling(editor: Editor, language: string, on: boolean): Speller | null {
  const [speller, setSpeller] = useState<Speller | null>(null)
  const dictionary = on ? spellingLanguage(language) : null
  useEffect(() => {
    let current = true
    setSpeller(null)
    editor.view.dom.spellcheck = false
    if (dictionary === null) return
    void openSpeller(dictionary).then(opened => {
      if (!current) return
      if (!opened.ok) {
        notify({ kind: 'error', message: 'Spelling is not checked.', failure: opened.error })
        return
      }
      window.galley.provideSpelling(dictionary, async words => [...(await opened.value.misspelt(words))])
      setSpeller(opened.value)
      drawSpellingAnew(editor)
    })
    return () => {
      current = false
    }
  }, [editor, dictionary])
  return speller
}

/** Chromium keeps its underlines when what they rest on changes; switched off and on, it asks again. */
export function drawSpellingAnew(editor: Editor): void {
  const { dom } = editor.view
  dom.spellcheck = false
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      dom.spellcheck = true
    }),
  )
}
