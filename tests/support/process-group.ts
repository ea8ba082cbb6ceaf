import { readdirSync, readFileSync } from 'node:fs'

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
