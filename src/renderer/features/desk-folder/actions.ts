import type { LogId } from '../../../core/briefing/log-id.ts'
import { writeKept } from '../../store/desk-folder/follow.ts'
import { keep, keptLogs, stopKeeping } from '../../store/desk-folder/kept.ts'
import { chooseDeskFolder, folderState } from '../../store/desk-folder.ts'
import { notify } from '../../ui/notify.ts'

/** Asks for the desk folder; false where there is none then, because the user cancelled or it cannot be used. */
export async function chooseFolder(): Promise<boolean> {
  const chosen = await chooseDeskFolder()
  if (!chosen.ok) {
    notify({ kind: 'error', message: 'That folder cannot be the desk folder.', failure: chosen.error })
    return false
  }
  if (chosen.value === null) return false
  notify({
    kind: 'done',
    message: `“${chosen.value.name}” is the desk folder now. Only briefings that you keep there are put into it.`,
  })
  return true
}

export async function leaveFolder(): Promise<void> {
  const name = folderState.getState().folder?.name ?? ''
  const left = await window.galley.invoke('desk-folder.leave')
  if (!left.ok) notify({ kind: 'error', message: 'The desk folder was not left.', failure: left.error })
  else
    notify({ kind: 'done', message: `“${name}” is no longer the desk folder. Its files stay as they are.` })
}

export async function showFolder(): Promise<void> {
  const shown = await window.galley.invoke('desk-folder.show')
  if (!shown.ok) notify({ kind: 'error', message: 'The folder could not be opened.', failure: shown.error })
}

/** Keeps a briefing in the desk folder, after asking which that is where there is none; or keeps it no more. */
export async function toggleKept({
  id,
  title,
}: {
  readonly id: LogId
  readonly title: string
}): Promise<void> {
  if (keptLogs().has(id)) {
    const stopped = await stopKeeping(id)
    if (stopped.ok) {
      notify({
        kind: 'done',
        message: `“${title}” no longer follows in the desk folder. Its file there stays as it is.`,
        action: { label: 'Undo', run: () => void toggleKept({ id, title }) },
      })
    } else notify({ kind: 'error', message: 'That was not changed.', failure: stopped.error })
    return
  }
  if (folderState.getState().folder === null && !(await chooseFolder())) return
  const kept = await keep(id, null)
  if (!kept.ok) {
    notify({ kind: 'error', message: `“${title}” is not kept in the desk folder.`, failure: kept.error })
    return
  }
  await writeKept()
  const { folder } = folderState.getState()
  const isWritten = (keptLogs().get(id) ?? null) !== null
  if (isWritten)
    notify({ kind: 'done', message: `“${title}” is kept in “${folder?.name ?? ''}” from now on.` })
  else if (folder?.isThere === false) {
    notify({
      kind: 'info',
      message: `“${title}” will be put into “${folder.name}” when that folder is back.`,
    })
  }
}
