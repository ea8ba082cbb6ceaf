import type { FileHandle } from 'node:fs/promises'
import { type Disk, realDisk } from '../../src/main/storage/disk.ts'

/** What of a file handle and of the disk can fail for want of room or of rights. */
const onHandle = ['write', 'writeFile', 'sync'] as const
const onDisk = ['open', 'rename', 'mkdir', 'copyFile'] as const

/** A disk that watches, and can be told to fail. */
export interface WatchedDisk {
  readonly disk: Disk
  /** The operations so far, in order. */
  readonly done: string[]
  /** Lets the operation with this number (counted from 0) fail, and from then on none. */
  failAt: number | null
  /** Lets the operation of this name fail before which `after` others of it are done: where others go on meanwhile. */
  failOn: {
    readonly name: (typeof onHandle)[number] | (typeof onDisk)[number]
    readonly after: number
  } | null
  /** Lets a failing write first take half of its bytes, as a disk does that fills up. */
  tearing: boolean
}

/**
 * The real file system, on which a chosen operation fails.
 * @param code the system's code of the failure
 */
export function watchedDisk(code = 'ENOSPC'): WatchedDisk {
  const watched: WatchedDisk = { disk: realDisk, done: [], failAt: null, failOn: null, tearing: false }
  const step = (name: string): boolean => {
    const fails = watched.done.length === watched.failAt
    watched.done.push(name)
    const { failOn } = watched
    if (failOn?.name !== name) return fails
    watched.failOn = failOn.after === 0 ? null : { ...failOn, after: failOn.after - 1 }
    return fails || failOn.after === 0
  }
  const failure = (name: string) => Object.assign(new Error(`${code}: ${name}`), { code })

  const watchHandle = (handle: FileHandle): FileHandle =>
    new Proxy(handle, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        if (!onHandle.some(watchedName => watchedName === name)) return member.bind(target)
        return async (...args: unknown[]) => {
          if (step(String(name))) {
            if (watched.tearing && name === 'write') {
              const [bytes, offset, length, position] = args as [Buffer, number, number, number]
              await target.write(bytes, offset, Math.floor(length / 2), position)
            }
            throw failure(String(name))
          }
          return Reflect.apply(member, target, args)
        }
      },
    })

  const disk = new Proxy(realDisk, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function' || !onDisk.some(watchedName => watchedName === name)) return member
      return async (...args: unknown[]) => {
        if (step(String(name))) throw failure(String(name))
        const result: unknown = await Reflect.apply(member, target, args)
        return name === 'open' ? watchHandle(result as FileHandle) : result
      }
    },
  })
  return Object.assign(watched, { disk })
}
