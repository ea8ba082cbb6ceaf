import { lazy } from 'react'

/**
 * Screens that nobody needs before the first keystroke, in scripts of their own: the readers and writers of
 * formats come with them. `loadLater` fetches them behind the first screen, so that opening one waits for
 * nothing.
 */
const importReview = () => import('../features/import/import-review.tsx')
const exportDialog = () => import('../features/export/export-dialog.tsx')

export const ImportReview = lazy(async () => ({ default: (await importReview()).ImportReview }))
export const ExportDialog = lazy(async () => ({ default: (await exportDialog()).ExportDialog }))

export function loadLater(): void {
  void importReview()
  void exportDialog()
}
