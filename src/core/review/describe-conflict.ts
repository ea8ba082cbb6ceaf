import type { HeldConflict } from '../briefing/handoff.ts'

/** A conflict in words, for its card in the Review panel. */
export interface ConflictWords {
  /** What was wanted, such as "Inserted", before the words that it is about. */
  readonly did: string
  /** What the words are: put in, taken out, or only named. */
  readonly words: 'inserted' | 'deleted' | 'named'
  /** What became of it, in a sentence; empty where `did` says it all. */
  readonly outcome: string
  /** The words are in the text nowhere, and can be put in. */
  readonly insertable: boolean
}

type Wording = Omit<ConflictWords, 'insertable'> & { readonly insertable?: boolean }

const stays = 'It is as it was.'

/** Every wish that merging can leave open, as the merge names it (history/rebase.ts and what it calls). */
const wordings: readonly (readonly [RegExp, Wording])[] = [
  [
    /^To put in words where the text is gone$/u,
    {
      did: 'Inserted',
      words: 'inserted',
      outcome: 'The text around it was removed here meanwhile. These words are not in the briefing.',
      insertable: true,
    },
  ],
  [
    /^To put in words$/u,
    {
      did: 'Inserted',
      words: 'inserted',
      outcome: 'They did not fit where they belong any more. These words are not in the briefing.',
      insertable: true,
    },
  ],
  [
    /^Claims the id of another change$/u,
    {
      did: 'Sent a change that passes itself off as another one',
      words: 'inserted',
      outcome: 'It was refused. What it puts in is not in the briefing.',
      insertable: true,
    },
  ],
  [/^To delete or join$/u, { did: 'Deleted', words: 'deleted', outcome: stays }],
  [/^To split a block$/u, { did: 'Split the block', words: 'named', outcome: stays }],
  [
    /^To replace words that the other copy changed or deleted$/u,
    {
      did: 'Wrote instead of words that were changed or deleted here meanwhile',
      words: 'inserted',
      outcome: 'These words are in the text; see whether both are wanted.',
    },
  ],
  [
    /^To (?:suggest deleting|delete) words that the other copy replaced$/u,
    {
      did: 'Deleted words that were replaced here meanwhile by',
      words: 'named',
      outcome: 'What replaced them is still in the text.',
    },
  ],
  [
    /^To delete or replace a passage in which the other copy had put words$/u,
    {
      did: 'Deleted or replaced a passage in which was inserted here meanwhile',
      words: 'named',
      outcome: 'What was inserted is still in the text.',
    },
  ],
  [
    /^To delete words whose form the other copy had changed$/u,
    {
      did: 'Deleted',
      words: 'deleted',
      outcome: 'Their form had been changed here meanwhile. They are gone from the text.',
    },
  ],
  [
    /^To delete a block that the other copy had split$/u,
    {
      did: 'Deleted',
      words: 'deleted',
      outcome: 'It had been split in two here meanwhile. Both are gone from the text.',
    },
  ],
  [
    /^To delete a passage that the other copy had moved$/u,
    {
      did: 'Deleted',
      words: 'deleted',
      outcome: 'It had been moved here meanwhile. It is gone from the text.',
    },
  ],
  [
    /^To suggest deleting or replacing a passage in which the other copy had put words$/u,
    {
      did: 'Suggested deleting or replacing a passage in which was inserted here meanwhile',
      words: 'named',
      outcome: 'What was inserted is no part of the suggestion.',
    },
  ],
  [
    /^To suggest replacing words that the other copy deleted$/u,
    {
      did: 'Suggested other words for',
      words: 'named',
      outcome: 'These were deleted here meanwhile. The new ones are suggested in their place.',
    },
  ],
  [
    /^To suggest deleting words whose form the other copy had changed$/u,
    {
      did: 'Suggested deleting or replacing',
      words: 'named',
      outcome: 'The form of these words was changed here meanwhile. The suggestion is there.',
    },
  ],
  [
    /^To suggest deleting or replacing a block$/u,
    {
      did: 'Suggested deleting or replacing the block',
      words: 'named',
      outcome: 'It is part of another block here. It was not marked as deleted.',
    },
  ],
  [
    /^To suggest changing or moving a block that the other copy deleted$/u,
    {
      did: 'Suggested changing or moving the block',
      words: 'named',
      outcome: 'It was deleted here meanwhile. What was to stand for it is suggested as new.',
    },
  ],
  [
    /^To suggest joining blocks$/u,
    {
      did: 'Suggested joining with the block before',
      words: 'named',
      outcome: 'Something else stands before it here. It was not suggested.',
    },
  ],
  [
    /^To suggest joining with a block that the other copy suggests deleting$/u,
    {
      did: 'Suggested joining with the block before',
      words: 'named',
      outcome: 'That block is suggested for deletion here. Both suggestions are there.',
    },
  ],
  [
    /^To delete a block that the other copy suggests joining$/u,
    {
      did: 'Deleted',
      words: 'deleted',
      outcome: 'It was suggested here to join the block behind with it. That one is now behind another.',
    },
  ],
  [
    /^To join a block that the other copy suggests deleting$/u,
    {
      did: 'Joined with the block before',
      words: 'named',
      outcome: 'It was suggested for deletion here. That suggestion is gone; the words are in the text.',
    },
  ],
  [
    /^To write among words that somebody suggests deleting$/u,
    {
      did: 'Wrote or formatted among words that are suggested for deletion',
      words: 'named',
      outcome: 'It is in the text; see what is left of it when that deletion is accepted.',
    },
  ],
  [
    /^To delete words in a block that somebody suggests replacing$/u,
    {
      did: 'Deleted',
      words: 'deleted',
      outcome: 'The block they were in is suggested to be replaced by one that still has them.',
    },
  ],
  [
    /^To replace words that the other copy suggests deleting$/u,
    {
      did: 'Wrote instead of words that are suggested for deletion here',
      words: 'inserted',
      outcome: 'These words are in the text; see whether what is suggested is still wanted.',
    },
  ],
  [
    /^To delete words that the other copy suggests replacing$/u,
    {
      did: 'Deleted',
      words: 'deleted',
      outcome: 'What was suggested here in their place is still suggested.',
    },
  ],
  [
    /^To suggest deleting or replacing words that the other copy suggests to go$/u,
    {
      did: 'Suggested deleting or replacing',
      words: 'named',
      outcome: 'Something else is suggested for the same words here. Both suggestions are there.',
    },
  ],
  [
    /^To join blocks where the other copy split one$/u,
    {
      did: 'Joined with the block before',
      words: 'named',
      outcome: 'That block was split here meanwhile. Both were done; see where the break belongs.',
    },
  ],
  [
    /^To write in a block that somebody suggests deleting$/u,
    {
      did: 'Wrote in a block that is suggested for deletion',
      words: 'inserted',
      outcome: 'These words are in the text; accepting that deletion takes them along.',
    },
  ],
  [
    /^To suggest deleting or replacing a block that was changed meanwhile$/u,
    {
      did: 'Suggested deleting or replacing a block that was changed here meanwhile',
      words: 'named',
      outcome: 'The suggestion is there; look at what was changed before accepting it.',
    },
  ],
  [
    /^To change the kind of a block$/u,
    { did: 'Changed the kind of the block', words: 'named', outcome: stays },
  ],
  [
    /^To move a passage$/u,
    {
      did: 'Moved',
      words: 'named',
      outcome: 'It was moved or changed here too, and is where it was put here.',
    },
  ],
  [
    /^To move a passage that the other copy deleted$/u,
    { did: 'Moved', words: 'named', outcome: 'It was deleted here meanwhile, and is not in the briefing.' },
  ],
  [/^To change the form of words$/u, { did: 'Changed the formatting of', words: 'named', outcome: stays }],
  [
    /^To mark words that the other copy replaced$/u,
    { did: 'Formatted words that were replaced here meanwhile', words: 'named', outcome: '' },
  ],
  [
    /^To mark words that the other copy deleted$/u,
    { did: 'Formatted words that were deleted here meanwhile', words: 'named', outcome: '' },
  ],
  [
    /^To link to (\S+) words that the other copy replaced$/u,
    { did: 'Linked words that were replaced here meanwhile to $1:', words: 'named', outcome: '' },
  ],
  [
    /^To link to (\S+) words that the other copy deleted$/u,
    { did: 'Linked words that were deleted here meanwhile to $1:', words: 'named', outcome: '' },
  ],
  [/^To link to (\S+)$/u, { did: 'Linked to $1:', words: 'named', outcome: 'They are as they were.' }],
  [
    /^To (accept|reject) another’s suggestion$/u,
    { did: 'Wanted to $1 a suggestion', words: 'named', outcome: 'It is still undecided.' },
  ],
  [
    /^To change a comment$/u,
    { did: 'Changed a comment to', words: 'named', outcome: 'It was changed or deleted here too.' },
  ],
  [
    /^To delete a comment$/u,
    {
      did: 'Deleted the comment',
      words: 'named',
      outcome: 'It was changed here meanwhile, and is still here.',
    },
  ],
  [
    /^To change another’s comment$/u,
    { did: 'Changed somebody else’s comment to', words: 'named', outcome: stays },
  ],
  [
    /^To delete another’s comment$/u,
    { did: 'Deleted somebody else’s comment', words: 'named', outcome: 'It is still here.' },
  ],
  [
    /^To (resolve|reopen) a thread$/u,
    {
      did: 'Wanted to $1 the thread',
      words: 'named',
      outcome: 'It was answered, set otherwise or deleted here meanwhile.',
    },
  ],
  [
    /^To attach a thread to other words$/u,
    { did: 'Attached a thread to', words: 'named', outcome: 'It was attached elsewhere here.' },
  ],
  [/^To set the (\w+)$/u, { did: 'Proposed the $1', words: 'named', outcome: '' }],
]

/** Says of a conflict what was wanted and what became of it. What a newer Galley writes is said as it stands. */
export function describeConflict({
  wanted,
  content,
  kind,
}: Pick<HeldConflict, 'wanted' | 'content' | 'kind'>): ConflictWords {
  for (const [pattern, wording] of wordings) {
    const match = pattern.exec(wanted)
    if (match === null) continue
    const isBare = content.trim() === ''
    return {
      ...wording,
      did: wording.did.replace('$1', match[1] ?? ''),
      insertable: wording.insertable === true && !isBare,
    }
  }
  const outcome = kind === 'overlap' ? 'It was done, but met other work here.' : stays
  return { did: `Wanted ${wanted.replace(/^To /u, 'to ')}`, words: 'named', outcome, insertable: false }
}

/** Where words that are in the text nowhere led to, a sentence for each link. */
export function lostLinks({
  content,
  formatting = [],
}: Pick<HeldConflict, 'content' | 'formatting'>): string[] {
  return formatting.flatMap(one =>
    one.mark === 'link' ? [`“${content.slice(one.from, one.to).trim()}” was linked to ${one.href}`] : [],
  )
}
