import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Result } from '../../../core/result.ts'
import type { Card } from '../../store/card.ts'
import { dragLogOut } from '../../store/hand-out.ts'
import { binBriefing, destroyBriefing, duplicateBriefing, restoreBriefing } from '../../store/library.ts'
import { notify } from '../../ui/notify.ts'

export interface CardActions {
  readonly open: (card: Card) => void
  readonly duplicate: (card: Card) => void
  /** Moves it to the bin; the notice undoes it. */
  readonly bin: (card: Card) => void
  readonly restore: (card: Card) => void
  /** A drag began on it: the system is to go on with it as a drag of its file. */
  readonly dragOut: (card: Card) => void
  /** Deletes briefings of the bin for good; the user was asked before. */
  readonly destroy: (cards: readonly Card[]) => void
}

/** What can be done with a card, each with its notice. */
export function cardActions(onOpen: (id: LogId) => void): CardActions {
  const restore = async (card: Card) => {
    const done = await restoreBriefing(card.id)
    if (!told(done, `“${card.title}” could not be taken out of the bin.`)) return
    notify({
      kind: 'done',
      message: `“${card.title}” is back in the library.`,
      action: { label: 'Open', run: () => onOpen(card.id) },
    })
  }
  const bin = async (card: Card) => {
    const done = await binBriefing(card.id)
    if (!told(done, `“${card.title}” could not be moved to the bin.`)) return
    notify({
      kind: 'done',
      message: `“${card.title}” is in the bin.`,
      action: { label: 'Undo', run: () => void undoBin(card) },
    })
  }
  const undoBin = async (card: Card) => {
    told(await restoreBriefing(card.id), `“${card.title}” could not be taken out of the bin.`)
  }
  const duplicate = async (card: Card) => {
    const done = await duplicateBriefing(card.id)
    if (!told(done, `“${card.title}” could not be duplicated.`)) return
    notify({
      kind: 'done',
      message: `“${card.title}” was duplicated.`,
      action: { label: 'Open', run: () => onOpen(done.value) },
    })
  }
  const destroy = async (cards: readonly Card[]) => {
    let gone = 0
    for (const card of cards) {
      const done = await destroyBriefing(card.id)
      if (!told(done, `“${card.title}” could not be deleted. It is still in the bin.`)) break
      gone += 1
    }
    const [only] = cards
    if (gone === 1 && cards.length === 1 && only !== undefined) {
      notify({ kind: 'done', message: `“${only.title}” was deleted for good.` })
    } else if (gone > 0) {
      notify({
        kind: 'done',
        message: `${gone} ${gone === 1 ? 'briefing was' : 'briefings were'} deleted for good.`,
      })
    }
  }
  return {
    open: card => onOpen(card.id),
    duplicate: card => void duplicate(card),
    bin: card => void bin(card),
    restore: card => void restore(card),
    dragOut: card => void dragLogOut(card.id),
    destroy: cards => void destroy(cards),
  }
}

/** Whether it was done; tells the user where it was not. */
function told<T>(result: Result<T>, message: string): result is { ok: true; value: T } {
  if (!result.ok) notify({ kind: 'error', message, failure: result.error })
  return result.ok
}
