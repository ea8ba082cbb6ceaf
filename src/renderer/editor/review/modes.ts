import type { Rights } from '../../../core/briefing/handoff.ts'
import type { Mode } from './review-state.ts'

/** The modes that a log's rights leave (H2, R3), the one to start in first. */
export function modesFor(rights: Rights): readonly [Mode, ...Mode[]] {
  switch (rights) {
    case 'comment':
      return ['commenting', 'viewing']
    case 'suggest':
      return ['suggesting', 'viewing']
    case 'edit':
      return ['editing', 'suggesting', 'viewing']
  }
}
