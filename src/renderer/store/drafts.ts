const prefix = 'draft '

/** What was being written at a place when the window last closed; null where nothing was. */
export function readDraft(place: string): string | null {
  return localStorage.getItem(prefix + place)
}

/** Keeps what is being written, so that closing the window loses no word; an empty text forgets it. */
export function writeDraft(place: string, text: string): void {
  if (text === '') localStorage.removeItem(prefix + place)
  else localStorage.setItem(prefix + place, text)
}

/** How many texts are still being written at places that end with one of these ids: unsent comments and replies. */
export function countDrafts(ids: ReadonlySet<string>): number {
  const places = Object.keys(localStorage).filter(key => key.startsWith(prefix))
  return places.filter(place => ids.has(place.slice(place.lastIndexOf(' ') + 1))).length
}
