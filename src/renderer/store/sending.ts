import type { Author } from '../../core/briefing/author.ts'
import type { Briefing } from '../../core/briefing/briefing.ts'
import type { Rights } from '../../core/briefing/handoff.ts'
import { beginReview } from '../../core/handoff/begin-review.ts'
import { copyFileName, writeCopyFile } from '../../core/handoff/copy-file.ts'
import { makeCopyAgain, makeReviewCopy, type WholeLog } from '../../core/handoff/review-copy.ts'
import { type Failure, ok, type Result } from '../../core/result.ts'
import type { FileOut } from './hand-out.ts'
import type { Session } from './session.ts'

/** Whom to send to, and what they may do. */
export interface Recipient {
  readonly reviewer: Author
  readonly rights: Rights
}

/** A copy that was made, with its file. */
export interface SentCopy extends Recipient {
  /** The copy's id. */
  readonly copy: string
  readonly file: FileOut
}

/** The copies that were made, and why there are no more, where one could not be made. */
export interface Sent {
  readonly copies: readonly SentCopy[]
  /** The briefing was a draft, and is in review now. */
  readonly isBegun: boolean
  readonly failure: Failure | null
}

/**
 * Makes a review copy of an open briefing for each recipient (H2), one after another: the briefing remembers
 * every one of them, and that is on disk before the files are given out, since a copy that nobody remembers
 * would be a stranger when it comes back. A draft is in review from then on (R4).
 * @param about what all are asked, and the ids of the threads and suggestions that go along
 */
export async function sendCopies(
  session: Session,
  recipients: readonly Recipient[],
  about: { readonly asks: string; readonly shown: readonly string[] },
): Promise<Sent> {
  const whole = await session.log()
  if (!whole.ok) return { copies: [], isBegun: false, failure: whole.error }
  // From here to the last one nothing waits: no word can be typed between two copies.
  let log = whole.value
  const sender = session.author()
  const copies: SentCopy[] = []
  let failure: Failure | null = null
  for (const { reviewer, rights } of recipients) {
    const made = makeReviewCopy(log, {
      copy: crypto.randomUUID(),
      reviewer,
      rights,
      sender,
      time: new Date().toISOString(),
      ...about,
    })
    const kept = made.ok ? session.append(made.value.change) : made
    if (!made.ok || !kept.ok) {
      failure = kept.ok ? null : kept.error
      break
    }
    const { change, copy } = made.value
    log = { ...log, changes: [...log.changes, change], briefing: session.state.getState().briefing }
    const sent = sentCopy(copy, log.briefing)
    if (sent !== null) copies.push(sent)
  }
  const begun =
    copies.length === 0 ? null : beginReview(log.briefing, { author: sender, time: new Date().toISOString() })
  const isBegun = begun !== null && session.append(begun).ok
  const flushed = await session.flush()
  return flushed.ok ? { copies, isBegun, failure } : { copies: [], isBegun: false, failure: flushed.error }
}

/** The file of a copy that a briefing remembers having sent, byte for byte as it was. Fails as `makeCopyAgain`. */
export async function copyAgain(session: Session, copy: string): Promise<Result<FileOut>> {
  const log = await session.log()
  if (!log.ok) return log
  const made = makeCopyAgain(log.value, copy)
  return made.ok ? ok(fileOf(made.value, log.value.briefing)) : made
}

function sentCopy(copy: WholeLog, sender: Briefing): SentCopy | null {
  const invitation = copy.briefing.records.handoff.copy
  if (invitation === null) return null
  const { copy: id, reviewer, rights } = invitation
  return { copy: id, reviewer, rights, file: fileOf(copy, sender) }
}

/** Dated by its invitation, and named by its place among the sender's, so that a copy is one file whenever it is written. */
function fileOf(copy: WholeLog, { records }: Briefing): FileOut {
  const time = copy.briefing.records.handoff.copy?.time ?? copy.origin.time
  return { name: copyFileName(copy, records.handoff.invitations), bytes: writeCopyFile(copy, time) }
}
