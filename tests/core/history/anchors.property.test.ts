import fc from 'fast-check'
import { Transform } from 'prosemirror-transform'
import { expect, it } from 'vitest'
import { Anchors } from '../../../src/core/history/anchors.ts'
import { edits, perform } from '../../support/edits.ts'
import { replayable } from '../../support/runs.ts'
import { documents } from '../../support/small-documents.ts'

it('[H3] places follow steps as ProseMirror maps them', () => {
  fc.assert(
    fc.property(documents(fc.constant('[w0] [w1]')), edits(12), fc.nat(), (doc, doings, pick) => {
      const tr = new Transform(doc)
      for (const [index, edit] of doings.entries()) perform(tr, edit, `[a${index}]`)
      const anchors = new Anchors<number>(doc.content.size)
      const expected: number[] = []
      for (const [index, step] of tr.steps.entries()) {
        const size = tr.docs[index]?.content.size ?? 0
        for (const pos of [0, size, pick % (size + 1), (pick * 7) % (size + 1)]) {
          anchors.add(pos, expected.length)
          expected.push(tr.mapping.slice(index).map(pos, -1))
        }
        anchors.follow(step.getMap())
      }
      const found: number[] = []
      for (const { value, pos } of anchors.places()) found[value] = pos
      expect(found).toEqual(expected)
    }),
    replayable(300),
  )
})
