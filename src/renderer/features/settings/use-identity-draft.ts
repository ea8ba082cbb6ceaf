import { useState } from 'react'
import { type AuthorColour, initialsOf } from '../../../core/briefing/author.ts'
import type { Result } from '../../../core/result.ts'
import { updateSettings, useSettings } from '../../store/settings.ts'

/** Longest initials that an author can have (core: author). */
const mostInitials = 4

export interface IdentityDraft {
  readonly name: string
  readonly initials: string
  readonly colour: AuthorColour
  readonly setName: (name: string) => void
  readonly setInitials: (initials: string) => void
  readonly setColour: (colour: AuthorColour) => void
  /** Whether there is a name to keep. */
  readonly complete: boolean
  /** Keeps them in the settings; the introduction is over then. */
  readonly keep: () => Promise<Result<unknown>>
}

/** Name, initials and colour while they are chosen. The initials follow the name until the user changes them. */
export function useIdentityDraft(): IdentityDraft {
  const { author } = useSettings()
  const [name, setName] = useState(author.name)
  const [colour, setColour] = useState(author.colour)
  const [chosen, setChosen] = useState(() => {
    const followed = author.name === '' || author.initials === initialsOf(author.name)
    return followed ? '' : author.initials
  })
  const fromName = name.trim() === '' ? '' : initialsOf(name)
  const initials = chosen === '' ? fromName : chosen

  return {
    name,
    initials,
    colour,
    setName,
    setColour,
    setInitials: typed => {
      const cut = [...typed.trim()].slice(0, mostInitials).join('').toUpperCase()
      setChosen(cut === fromName ? '' : cut)
    },
    complete: name.trim() !== '',
    keep: () =>
      updateSettings({
        author: { ...author, name: name.trim(), initials: initials || '?', colour },
        introduced: true,
      }),
  }
}
