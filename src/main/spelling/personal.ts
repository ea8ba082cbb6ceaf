import { z } from 'zod'
import type { Disk } from '../storage/disk.ts'
import { openJsonFile } from '../storage/json-file.ts'

/** The words that the user added to the dictionary. */
export interface PersonalWords {
  readonly all: () => string[]
  /** Adds a word; answers all of them. */
  readonly learn: (word: string) => Promise<string[]>
}

const wordsSchema = z.object({ words: z.array(z.string()) })

/** Opens the list, one JSON file in the profile. */
export async function openPersonalWords(disk: Disk, path: string, time: () => Date): Promise<PersonalWords> {
  const file = await openJsonFile(disk, path, wordsSchema, { words: [] }, time)
  return {
    all: () => file.value.words,
    learn: async word => {
      const plain = word.normalize('NFC')
      const written = await file.update(({ words }) => ({
        words: words.includes(plain) ? words : [...words, plain].sort((a, b) => a.localeCompare(b, 'en')),
      }))
      return written.words
    },
  }
}
