import { useId, useLayoutEffect, useSyncExternalStore } from 'react'
import { type CommandId, commandIds } from '../../contract/commands.ts'

/** What a mounted part offers to do for a command. */
export interface CommandHandler {
  readonly run: () => void
  /** False: the command is known here but cannot run now. Default true. */
  readonly enabled?: boolean
  /** For commands that are a state, such as bold or a theme. Default false. */
  readonly checked?: boolean
}

export type CommandHandlers = { readonly [Id in CommandId]?: CommandHandler }

/** Which commands can run now and which are on; a command that no mounted part handles is in neither. */
export interface CommandStates {
  readonly enabled: ReadonlySet<CommandId>
  readonly checked: ReadonlySet<CommandId>
}

/** By the part that registered them, in the order of mounting; the part mounted last wins. */
const registrations = new Map<string, CommandHandlers>()
const listeners = new Set<() => void>()
let states: CommandStates = { enabled: new Set(), checked: new Set() }

/**
 * Handles commands while the component is mounted. Where two mounted components handle the same command,
 * the one mounted last does it.
 */
export function useCommands(handlers: CommandHandlers): void {
  const owner = useId()
  useLayoutEffect(() => {
    registrations.set(owner, handlers)
    publish()
  })
  useLayoutEffect(
    () => () => {
      registrations.delete(owner)
      publish()
    },
    [owner],
  )
}

/** Runs a command; false where nothing mounted handles it or it is not enabled. */
export function runCommand(id: CommandId): boolean {
  const handler = handlerOf(id)
  if (handler === undefined || handler.enabled === false) return false
  handler.run()
  return true
}

/** The commands that can run now; renders again only when that changes. */
export function useCommandStates(): CommandStates {
  return useSyncExternalStore(subscribe, () => states)
}

function handlerOf(id: CommandId): CommandHandler | undefined {
  let found: CommandHandler | undefined
  for (const handlers of registrations.values()) found = handlers[id] ?? found
  return found
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function publish(): void {
  const enabled = new Set<CommandId>()
  const checked = new Set<CommandId>()
  for (const id of commandIds) {
    const handler = handlerOf(id)
    if (handler === undefined) continue
    if (handler.enabled !== false) enabled.add(id)
    if (handler.checked === true) checked.add(id)
  }
  if (same(enabled, states.enabled) && same(checked, states.checked)) return
  states = { enabled, checked }
  for (const listener of listeners) listener()
}

function same(a: ReadonlySet<CommandId>, b: ReadonlySet<CommandId>): boolean {
  return a.size === b.size && [...a].every(id => b.has(id))
}
