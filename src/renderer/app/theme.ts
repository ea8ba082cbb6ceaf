import { useEffect } from 'react'
import type { Settings } from '../../contract/settings.ts'

const dark = '(prefers-color-scheme: dark)'

/** Sets the theme that the tokens follow, and keeps following the system where that is what is wanted. */
export function useTheme(theme: Settings['theme']): void {
  useEffect(() => {
    showTheme(theme)
    if (theme !== 'system') return
    const system = matchMedia(dark)
    const follow = () => showTheme('system')
    system.addEventListener('change', follow)
    return () => system.removeEventListener('change', follow)
  }, [theme])
}

/** Puts a theme on the document's root element. */
export function showTheme(theme: Settings['theme']): void {
  const shown = theme === 'system' ? (matchMedia(dark).matches ? 'dark' : 'light') : theme
  document.documentElement.dataset.theme = shown
}
