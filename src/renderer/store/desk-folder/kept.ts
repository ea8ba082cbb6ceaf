import type { LogId } from '../../../core/briefing/log-id.ts'
import type { Hash } from '../../../core/canonical.ts'
import type { Result } from '../../../core/result.ts'
import { folderState, useDeskFolder } from '../desk-folder.ts'
import { settings, updateSettings, useSettings } from '../settings.ts'

/** What is kept in the desk folder, with the heads that its files there hold; null before they were written. */
export function keptLogs(): ReadonlyMap<LogId, Hash | null> {
  const { folder } = folderState.getState()
  const { deskFolder } = settings()
  if (folder === null || deskFolder?.path !== folder.path) return new Map()
  return new Map(Object.entries(deskFolder.kept) as [LogId, Hash | null][])
}

/** Whether a briefing is kept in the desk folder that is chosen now. */
export function useIsKept(): (id: LogId) => boolean {
  const folder = useDeskFolder()
  const { deskFolder } = useSettings()
  return id => folder !== null && deskFolder?.path === folder.path && id in deskFolder.kept
}

/**
 * Keeps a briefing in the desk folder from now on.
 * @param head what a file there holds already; null where it is to be written
 */
export async function keep(id: LogId, head: Hash | null): Promise<Result<unknown>> {
  return await change(kept => ({ ...kept, [id]: head }))
}

/** The briefing's file stays in the folder, and does not follow any more. */
export async function stopKeeping(id: LogId): Promise<Result<unknown>> {
  return await change(({ [id]: _gone, ...others }) => others)
}

type Kept = Record<string, Hash | null>

async function change(next: (kept: Kept) => Kept): Promise<Result<unknown>> {
  const path = folderState.getState().folder?.path ?? ''
  return await updateSettings({ deskFolder: { path, kept: next(Object.fromEntries(keptLogs())) } })
}
