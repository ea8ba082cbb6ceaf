import { useEffect } from 'react'
import { useKeyboardCommands } from './keyboard.ts'

/** The window: which screen is shown, and what holds everywhere. */
export function App() {
  useKeyboardCommands()
  useEffect(() => {
    document.documentElement.dataset.ready = 'true'
    void window.galley.invoke('window.ready')
  }, [])
  return <main aria-label="Library" />
}
