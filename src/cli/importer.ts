import type { Author } from '../core/briefing/author.ts'

/**
 * Who a briefing that the command line imports is by: always the same one, so that whoever opens it sees
 * where it came from and no person is taken for its author. The id is a UUID of version 8 that nothing else
 * uses.
 */
export const importer: Author = {
  id: '67616c6c-6579-8000-8069-6d706f727465',
  name: 'Galley import',
  initials: 'GI',
  colour: 'sky',
}
