/**
 * How much work reading one log may be, in records looked at or copied; ten seconds for most, minutes
 * for a text of very many blocks. 200,000 changes of a text of 28,000 blocks (two million words) stay below; a small
 * hostile file can ask for thousands of times more.
 */
const mostWork = 3_000_000_000

/**
 * What is made while one log is replayed. The maps and lists that it owns nobody else has seen: they are
 * written to instead of copied, or a log of many records would cost the square of them.
 */
export class Scratch {
  readonly #own = new WeakSet<object>()
  readonly #ids = new WeakMap<object, Ids>()
  #work = 0

  /** @throws RangeError where the log asks for more work than any briefing needs */
  spend(work: number): void {
    this.#work += work
    if (this.#work > mostWork) throw new RangeError('It takes more work to read than a briefing may')
  }

  /** The map with an entry set, the same one where it is this replay's own. */
  set<V>(map: ReadonlyMap<string, V>, key: string, value: V): Map<string, V> {
    const ours = this.ownMap(map)
    ours.set(key, value)
    return ours
  }

  /** The map to write to: itself where it is this replay's own, else a copy. */
  ownMap<V>(map: ReadonlyMap<string, V>): Map<string, V> {
    if (this.#own.has(map)) return map as Map<string, V>
    const copy = new Map(map)
    this.spend(copy.size)
    this.#own.add(copy)
    return copy
  }

  /** The list with one more item. @throws RangeError where it would hold more than `limit` */
  add<T extends object>(list: readonly T[], item: T, limit: number): readonly T[] {
    if (list.length >= limit) throw new RangeError(`A briefing holds at most ${limit} records of one kind`)
    if (!this.#own.has(list)) {
      this.spend(list.length)
      const copy = [...list, item]
      this.#own.add(copy)
      return copy
    }
    const ours = list as T[]
    ours.push(item)
    if ('id' in item) this.#ids.get(ours)?.add(String(item.id), ours.length - 1)
    return ours
  }

  /** The list with another item in a place. It has the id of the one that was there. */
  replace<T extends Identified>(list: readonly T[], index: number, item: T): readonly T[] {
    if (this.#own.has(list)) {
      const ours = list as T[]
      ours[index] = item
      return ours
    }
    this.spend(list.length)
    const copy = list.with(index, item)
    this.#own.add(copy)
    return copy
  }

  /** The first item with an id; -1 where there is none. */
  indexOf(list: readonly Identified[], id: string): number {
    return this.#idsOf(list).indexOf(id)
  }

  /** The id, made one of its own where another record has it: both are kept. */
  unusedId(list: readonly Identified[], id: string): string {
    return this.#idsOf(list).unused(id)
  }

  #idsOf(list: readonly Identified[]): Ids {
    const known = this.#ids.get(list)
    if (known !== undefined) return known
    this.spend(list.length)
    const ids = new Ids(list)
    this.#ids.set(list, ids)
    return ids
  }
}

interface Identified {
  readonly id: string
}

/** The ids of a list's records. */
class Ids {
  readonly #places = new Map<string, number>()
  /** The number behind an id that was last seen to be taken. */
  readonly #numbers = new Map<string, number>()

  constructor(list: readonly Identified[]) {
    for (const [index, { id }] of list.entries()) this.add(id, index)
  }

  indexOf(id: string): number {
    return this.#places.get(id) ?? -1
  }

  add(id: string, index: number): void {
    if (!this.#places.has(id)) this.#places.set(id, index)
  }

  unused(id: string): string {
    if (!this.#places.has(id)) return id
    let number = this.#numbers.get(id) ?? 2
    while (this.#places.has(`${id}#${number}`)) number += 1
    this.#numbers.set(id, number)
    return `${id}#${number}`
  }
}
