import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { applyKnownStep } from './step.ts'

/** So many texts are kept at most; a merge of more returns than that follows the oldest steps again. */
const most = 2048

/**
 * What steps make of a text, for rebases that follow the same ones: each return of several is carried behind what the
 * ones before it brought, on the same base. Kept for as long as a merge lasts.
 */
export class Followed {
  readonly #starts: Node[] = []
  readonly #texts = new Map<Step, { readonly before: Node; readonly after: Node }>()

  /** The text that an equal one was followed from already, else this one. */
  from(start: Node): Node {
    const known = this.#starts.find(other => other.eq(start))
    if (known !== undefined) return known
    this.#starts.push(start)
    return start
  }

  /** The text after a step of a log that was replayed. @throws RangeError when the step does not apply */
  apply(before: Node, step: Step): Node {
    const known = this.#texts.get(step)
    if (known?.before === before) return known.after
    const after = applyKnownStep(before, step)
    const [oldest] = this.#texts.size < most ? [] : this.#texts.keys()
    if (oldest !== undefined) this.#texts.delete(oldest)
    this.#texts.set(step, { before, after })
    return after
  }
}
