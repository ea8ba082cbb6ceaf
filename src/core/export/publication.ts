import type { Briefing } from '../briefing/briefing.ts'

/** What an export needs of a briefing: its text and its details, and no person, comment or path beside them. */
export type Publication = Pick<Briefing, 'doc' | 'details'>
