import { Suspense, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { titleOf } from '../../core/briefing/briefing.ts'
import type { Failure } from '../../core/result.ts'
import { Introduction } from '../features/settings/introduction.tsx'
import { useSettings } from '../store/settings.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Notices } from '../ui/notices.tsx'
import { notify } from '../ui/notify.ts'
import { TooltipGroup } from '../ui/tooltip.tsx'
import styles from './app.module.css'
import { useAppCommands } from './app-commands.ts'
import { useFileDrop } from './drop.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { takeFiles } from './files.ts'
import { useKeyboardCommands } from './keyboard.ts'
import { loadLater } from './later.ts'
import { navigation } from './navigation.ts'
import { CurrentOver, CurrentScreen } from './screens.tsx'
import { startBehind, startUp } from './start-up.ts'
import { useTheme } from './theme.ts'
import { useFlushBeforeClosing, useWindowDescription } from './window-state.ts'

/** The window: starts up, then shows the screens; or says why it cannot. */
export function App() {
  const [start, setStart] = useState<'starting' | 'started' | Failure>('starting')
  useEffect(() => {
    void startUp().then(failure => setStart(failure ?? 'started'))
  }, [])
  return (
    <ErrorBoundary>
      <TooltipGroup>
        <div className={styles.app}>
          {start === 'starting' ? null : start === 'started' ? <Started /> : <Stopped failure={start} />}
        </div>
        <Notices />
      </TooltipGroup>
    </ErrorBoundary>
  )
}

function Started() {
  const { theme, introduced } = useSettings()
  useTheme(theme)
  useFlushBeforeClosing()
  useOpenedFiles()
  useReadiness()
  return introduced ? <Shell /> : <FirstStart />
}

/** The question of first start; a file that was opened meanwhile waits behind it. */
function FirstStart() {
  const screen = useStore(navigation, state => state.screen)
  const session = screen.kind === 'desk' ? screen.session : null
  const briefing = session?.state.getState().briefing
  const next =
    briefing === undefined
      ? null
      : { title: titleOf(briefing.doc), signer: briefing.records.handoff.copy?.reviewer.name ?? null }
  return <Introduction onDone={() => undefined} next={next} />
}

/** The app proper: screens, what stands over them, and the commands. */
function Shell() {
  useKeyboardCommands()
  useAppCommands()
  useWindowDescription()
  const isDropping = useFileDrop()
  return (
    <>
      <Suspense>
        <CurrentScreen />
      </Suspense>
      <Suspense>
        <CurrentOver />
      </Suspense>
      {isDropping ? <div className={styles.drop}>Drop to open or import</div> : null}
    </>
  )
}

/** Files that the system hands over, and those of them that could not be read. */
function useOpenedFiles(): void {
  useEffect(() => {
    const stopOpened = window.galley.on('file.opened', file => void takeFiles([file]))
    const stopFailed = window.galley.on('file.failed', ({ name, code, message }) => {
      notify({
        kind: 'error',
        message: `“${name}” could not be opened.`,
        failure: { code, message, file: name },
      })
    })
    return () => {
      stopOpened()
      stopFailed()
    }
  }, [])
}

/** Tells tests and main that the first screen is usable, and starts what waited for it. */
function useReadiness(): void {
  useEffect(() => {
    document.documentElement.dataset.ready = 'true'
    void window.galley.invoke('window.ready')
    const timer = setTimeout(() => {
      loadLater()
      void startBehind()
    }, 0)
    return () => clearTimeout(timer)
  }, [])
}

function Stopped({ failure }: { readonly failure: Failure }) {
  useEffect(() => {
    document.documentElement.dataset.ready = 'true'
    void window.galley.invoke('window.ready')
  }, [])
  return (
    <main className={styles.stopped} role="alert">
      <EmptyState
        title={
          failure.code === 'store.too-new'
            ? 'This library needs a newer Galley.'
            : 'The library cannot be opened.'
        }
        actions={
          <Button variant="primary" onClick={() => location.reload()}>
            Try again
          </Button>
        }
      >
        <p>{failure.message}</p>
        <p>
          Your briefings are untouched, in the library and in the journals and backups on disk. (
          {failure.code})
        </p>
      </EmptyState>
    </main>
  )
}
