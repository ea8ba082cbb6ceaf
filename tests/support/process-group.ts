import type { ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'

/**
 * Ends a program and all its helpers at once, as a power cut would, and waits until none of them holds a file.
 * @param leader of a process group: started detached, as Playwright starts Electron
 */
export async function killGroup(leader: ChildProcess): Promise<void> {
  const { pid } = leader
  if (pid === undefined || livingInGroup(pid).length === 0) return
  const ended = new Promise(done => leader.once('exit', done))
  const over = leader.exitCode !== null || leader.signalCode !== null
  process.kill(-pid, 'SIGKILL')
  if (!over) await ended
  while (livingInGroup(pid).length > 0) await setTimeout(20)
}

/**
 * The processes of a group that still run, by their ids (Linux). The dead that nobody has asked after, which
 * the system keeps as zombies, do not count.
 * @param group the id of its leader
 */
export function livingInGroup(group: number): number[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .filter(pid => {
      const [state, , pgrp] = afterName(pid)
      return Number(pgrp) === group && state !== 'Z' && state !== 'X'
    })
    .map(Number)
}

/** What /proc says of a process behind its name, which may itself hold spaces and brackets. */
function afterName(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
  } catch {
    return []
  }
}
