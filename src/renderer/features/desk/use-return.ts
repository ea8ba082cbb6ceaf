import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { Hash } from '../../../core/canonical.ts'
import { countDrafts } from '../../store/drafts.ts'
import { dragOut, putOut, saveOut } from '../../store/hand-out.ts'
import {
  isReturnOutdated,
  makeReturn,
  type ReturnFile,
  rememberOfCopy,
  returnId,
} from '../../store/returns.ts'
import type { Session } from '../../store/session.ts'
import { useSettings } from '../../store/settings.ts'
import { notify } from '../../ui/notify.ts'

interface OfferedReturn extends ReturnFile {
  /** Its name where it was saved. */
  readonly saved: string | null
  /** How many comments and replies were still being written when it was made: they are not in it. */
  readonly unsent: number
}

/** A copy's return: the last one, and the way to the next. */
export interface CopyReturn {
  /** When the last one was made that went out of the window; null before the first. */
  readonly madeAt: string | null
  /** Whether something was done since then. */
  readonly outdated: boolean
  /** The one that was made last since the copy was opened, to be dragged or saved again. */
  readonly file: OfferedReturn | null
  /** Makes the return as of now, and asks where to save it. */
  readonly make: () => Promise<void>
  readonly save: () => Promise<void>
  /** Puts it into the desk folder. */
  readonly put: () => Promise<void>
  readonly drag: () => void
}

/** What is known of a review copy's return (H3), kept up to date. */
export function useReturn(session: Session): CopyReturn {
  const copy = useStore(session.state, ({ briefing }) => briefing.records.handoff.copy?.copy ?? null)
  const { copies } = useSettings()
  const last = copy === null ? undefined : copies?.[copy]?.returned
  const outdated = useOutdated(session, last?.head)
  const [file, setFile] = useState<CopyReturn['file']>(null)

  const remember = ({ head, time }: ReturnFile) => {
    if (copy !== null) void rememberOfCopy(copy, { returned: { head, time } })
  }
  const saveFile = async (
    made: OfferedReturn,
    into: (file: OfferedReturn) => Promise<string | null> = saveOut,
  ) => {
    const saved = await into(made)
    if (saved === null) return
    setFile({ ...made, saved })
    remember(made)
  }
  return {
    madeAt: last?.time ?? null,
    outdated,
    file,
    make: async () => {
      const made = await makeReturn(session)
      if (!made.ok) {
        notify({
          kind: 'error',
          message: 'The return could not be made. The copy is as it was.',
          failure: made.error,
        })
        return
      }
      const offered = { ...made.value, saved: null, unsent: unsentIn(session) }
      setFile(offered)
      await saveFile(offered)
    },
    save: async () => {
      if (file !== null) await saveFile(file)
    },
    put: async () => {
      if (file !== null && copy !== null) await saveFile(file, made => putOut(made, returnId(copy)))
    },
    drag: () => {
      if (file === null) return
      void dragOut(file).then(isOut => {
        if (isOut) remember(file)
      })
    },
  }
}

function unsentIn({ id, state }: Session): number {
  const { threads } = state.getState().briefing.records
  const comments = [...threads.values()].flatMap(thread => thread.comments.map(comment => comment.id))
  return countDrafts(new Set([id, ...threads.keys(), ...comments]))
}

/** Milliseconds after a change before the log is asked what it was. */
const pause = 300

/** Whether something was done behind a head; asked of the log once for each head that has something behind it. */
function useOutdated(session: Session, since: Hash | undefined): boolean {
  const head = useStore(session.state, ({ briefing }) => briefing.head)
  const [known, setKnown] = useState<Hash | null>(null)
  const isKnown = known !== null && known === since
  useEffect(() => {
    if (since === undefined || since === head || isKnown) return
    let current = true
    const timer = setTimeout(async () => {
      if ((await isReturnOutdated(session, since)) && current) setKnown(since)
    }, pause)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [session, since, head, isKnown])
  return isKnown && since !== head
}
