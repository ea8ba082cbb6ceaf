import { describe, expect, test } from 'vitest'
import { emptyDetails } from '../../../src/core/briefing/details.ts'
import { detailChanges, textChanges } from '../../../src/renderer/features/versions/changes.ts'
import { body, bold, doc, headline, keyPoints, kp, p, section } from '../../support/builders.ts'

const changes = (...[before, after]: [ReturnType<typeof doc>, ReturnType<typeof doc>]) =>
  textChanges(before, after).map(({ kind, field, deleted, inserted }) =>
    [kind, field, deleted, inserted].filter(part => part !== '').join(' · '),
  )

describe('R5 what differs between two versions', () => {
  test('is listed by field, with the words that went and came', () => {
    const before = doc(headline('A shared plan'), keyPoints(kp('One'), kp('Two')), body(p('The fund holds.')))
    const after = doc(headline('A joint plan'), keyPoints(kp('One')), body(p('The fund holds firm.')))
    expect(changes(before, after)).toEqual([
      'replaced · Headline · shared · joint',
      'deleted · Key points · Two',
      'inserted · Body · firm',
    ])
  })

  test('tells formatting, other kinds of blocks, splits and joins from other words', () => {
    expect(changes(doc(body(p('A plan.'))), doc(body(p('A ', bold('plan'), '.'))))).toEqual([
      'form · Body · plan · plan',
    ])
    expect(changes(doc(body(p('Costs'))), doc(body(section('Costs'))))).toEqual(['form · Body'])
    expect(changes(doc(body(p('One. Two.'))), doc(body(p('One. '), p('Two.'))))).toEqual(['break · Body'])
  })

  test('includes the details', () => {
    const after = { ...emptyDetails, dateline: 'Hull', tags: ['ports', 'climate'] }
    expect(detailChanges(emptyDetails, after)).toEqual([
      { name: 'dateline', before: '', after: 'Hull' },
      { name: 'tags', before: '', after: 'ports, climate' },
    ])
  })
})
