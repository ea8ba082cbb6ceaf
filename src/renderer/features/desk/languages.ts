/** The languages that the details offer by name; any other tag can be typed. */
export const languages: readonly { readonly tag: string; readonly name: string }[] = [
  { tag: 'en-GB', name: 'English (UK)' },
  { tag: 'en-US', name: 'English (US)' },
  { tag: 'ar', name: 'Arabic' },
  { tag: 'zh-Hans', name: 'Chinese (Simplified)' },
  { tag: 'zh-Hant', name: 'Chinese (Traditional)' },
  { tag: 'nl', name: 'Dutch' },
  { tag: 'fr', name: 'French' },
  { tag: 'de', name: 'German' },
  { tag: 'he', name: 'Hebrew' },
  { tag: 'hi', name: 'Hindi' },
  { tag: 'it', name: 'Italian' },
  { tag: 'ja', name: 'Japanese' },
  { tag: 'ko', name: 'Korean' },
  { tag: 'fa', name: 'Persian' },
  { tag: 'pl', name: 'Polish' },
  { tag: 'pt', name: 'Portuguese' },
  { tag: 'ru', name: 'Russian' },
  { tag: 'es', name: 'Spanish' },
  { tag: 'sv', name: 'Swedish' },
  { tag: 'tr', name: 'Turkish' },
  { tag: 'uk', name: 'Ukrainian' },
  { tag: 'ur', name: 'Urdu' },
]

const englishNames = new Intl.DisplayNames(['en-GB'], { type: 'language' })

/** A language's English name as the interface shows it, or its tag where it has none. */
export function languageName(tag: string): string {
  const listed = languages.find(language => language.tag.toLowerCase() === tag.toLowerCase())
  if (listed !== undefined) return listed.name
  try {
    return englishNames.of(tag) ?? tag
  } catch {
    // DisplayNames throws a RangeError for what is no language tag.
    return tag
  }
}
