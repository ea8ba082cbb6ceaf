/** R3: what an edit does. */
export type Mode = 'editing' | 'suggesting' | 'viewing'

/** What Viewing shows: every suggestion accepted, the suggestions themselves, or every suggestion rejected. */
export type Reading = 'final' | 'markup' | 'original'
