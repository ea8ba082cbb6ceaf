import { titleOf } from '../briefing/briefing.ts'
import type { Invitation } from '../briefing/handoff.ts'
import type { WholeLog } from './review-copy.ts'
import { writeBriefingFile } from './write.ts'

/**
 * A review copy's file. Its title is the copy's own: the master's may hold words that are suggested for it and
 * that the copy does not show. `time` is when it is written, ISO 8601 in UTC.
 */
export function writeCopyFile(copy: WholeLog, time: string): Uint8Array {
  return writeBriefingFile({ ...copy, title: titleOf(copy.briefing.doc), time })
}

/** The most bytes of UTF-8 of the title and of the reviewer's name, so that neither pushes out the other. */
const most = { title: 110, reviewer: 70 } as const

/**
 * What a copy's file is offered as, "Harbour talks – for Ada Okafor.briefing", in characters that all systems take;
 * from the second copy for one name on with a number. `invitations` are those of whoever sent it, in their order.
 */
export function copyFileName(copy: WholeLog, invitations: readonly Invitation[]): string {
  const { doc, records } = copy.briefing
  const title = plain(titleOf(doc), most.title)
  const nameOf = (invitation: Invitation | null) => plain(invitation?.reviewer.name ?? '', most.reviewer)
  const reviewer = nameOf(records.handoff.copy)
  const alike = invitations.filter(sent => nameOf(sent).toLowerCase() === reviewer.toLowerCase())
  const number = alike.findIndex(sent => sent.copy === records.handoff.copy?.copy) + 1
  const whom = [...(reviewer === '' ? [] : [reviewer]), ...(number > 1 ? [number] : [])].join(' ')
  return `${title === '' ? 'Briefing' : title}${whom === '' ? '' : ` – for ${whom}`}.briefing`
}

function plain(text: string, bytes: number): string {
  const encoder = new TextEncoder()
  const characters = [
    ...text
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .replace(/[\\/:*?"<>|]/g, '-')
      .replace(/\s+/gu, ' ')
      .trim(),
  ]
  let size = encoder.encode(characters.join('')).length
  while (size > bytes) size -= encoder.encode(characters.pop() ?? '').length
  return characters.join('').replace(/^[ .]+|[ .]+$/g, '')
}
