import type { Node } from 'prosemirror-model'
import type { Mapping, Transform } from 'prosemirror-transform'

/** Who suggests, when, and where new suggestion ids come from. */
export interface Suggesting {
  readonly author: string
  readonly time: string
  readonly newId: () => string
}

/** The same within one edit: what its steps do together (a move, a formatted selection) shares one id. */
export interface Who extends Suggesting {
  readonly sharedId: (what: string) => string
}

export function sharing(who: Suggesting): Who {
  const ids = new Map<string, string>()
  const sharedId = (what: string) => {
    const id = ids.get(what) ?? who.newId()
    ids.set(what, id)
    return id
  }
  return { ...who, sharedId }
}

/** One step of the edit: what `[from, to)` of `before` became, `[from, newTo)` of `after`. */
export interface Edit {
  readonly before: Node
  readonly after: Node
  readonly from: number
  readonly to: number
  readonly newTo: number
}

/** A handler's work on a trial transform. The map index says which of its maps inserted the edit's new content. */
export type Handled = { readonly inserted: number | null; readonly edit: Edit }

/** Tracks one edit on a trial transform, or answers null where it is not of its kind. */
export type Handler = (trial: Transform, edit: Edit, mapping: Mapping, who: Who) => Handled | null
