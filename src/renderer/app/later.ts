import { lazy } from 'react'

/**
 * Screens that nobody needs before the first keystroke, in scripts of their own: the readers and writers of
 * formats come with them. `loadLater` fetches them behind the first screen, so that opening one waits for
 * nothing.
 */
const importReview = () => import('../features/import/import-review.tsx')
const exportDialog = () => import('../features/export/export-dialog.tsx')
const sendDialog = () => import('../features/handoff/send-dialog.tsx')
const mergeScreen = () => import('../features/handoff/merge-screen.tsx')

export const ImportReview = lazy(async () => ({ default: (await importReview()).ImportReview }))
export const ExportDialog = lazy(async () => ({ default: (await exportDialog()).ExportDialog }))
export const SendDialog = lazy(async () => ({ default: (await sendDialog()).SendDialog }))
export const MergeScreen = lazy(async () => ({ default: (await mergeScreen()).MergeScreen }))

export function loadLater(): void {
  void importReview()
  void exportDialog()
  void sendDialog()
  void mergeScreen()
}
