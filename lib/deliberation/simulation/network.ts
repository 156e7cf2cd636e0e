import type { Random } from './random'

/** How bad the surroundings of one meeting are: parts of all messages and transactions, 0 to 1. */
export type Weather = {
  lost: number
  doubled: number
  /** Half a minute late, behind what was sent after it. */
  late: number
  /** The transaction fails before its commit and leaves nothing. */
  rolledBack: number
  /** Another transaction came between: the command runs once more on what is there now. */
  unserializable: number
  /** The commit is done and the answer dies with the process. */
  killedAfterCommit: number
}

/** From a quiet hospital network to one that hardly carries anything. */
export const weatherOf = (random: Random): Weather => {
  const upTo = (most: number) => random.next() * most
  return {
    ...{ lost: upTo(0.15), doubled: upTo(0.1), late: upTo(0.05) },
    ...{ rolledBack: upTo(0.08), unserializable: upTo(0.05), killedAfterCommit: upTo(0.08) },
  }
}

export const calm: Weather = { lost: 0, doubled: 0, late: 0, rolledBack: 0, unserializable: 0, killedAfterCommit: 0 }

/** How long a message takes in milliseconds, one number for each copy that arrives; none when it is lost. */
export function arrivals(random: Random, { lost, doubled, late }: Weather): number[] {
  if (random.chance(lost)) return []
  const once = () => (random.chance(late) ? random.whole(5_000, 35_000) : random.whole(20, 900))
  return random.chance(doubled) ? [once(), once()] : [once()]
}

type Event = { at: number; order: number; happens: () => void }

/** What is still to come, in the order of its time; what comes at once comes in the order in which it was arranged. */
export class Agenda {
  private readonly heap: Event[] = []
  private arranged = 0
  /** Simulated milliseconds since the beginning. */
  now = 0

  after(milliseconds: number, happens: () => void): void {
    this.heap.push({ at: this.now + milliseconds, order: this.arranged++, happens })
    let child = this.heap.length - 1
    while (child > 0) {
      const parent = (child - 1) >> 1
      if (!this.swapIfEarlier(child, parent)) return
      child = parent
    }
  }

  /** Lets the next thing happen; false when there is none. */
  step(): boolean {
    const first = this.heap[0]
    const last = this.heap.pop()
    if (!first || !last) return false
    if (this.heap.length > 0) {
      this.heap[0] = last
      this.sink()
    }
    this.now = first.at
    first.happens()
    return true
  }

  private sink(): void {
    let parent = 0
    for (;;) {
      const left = 2 * parent + 1
      const right = left + 1
      const least = right < this.heap.length && this.isEarlier(right, left) ? right : left
      if (least >= this.heap.length || !this.swapIfEarlier(least, parent)) return
      parent = least
    }
  }

  private isEarlier(one: number, other: number): boolean {
    const [a, b] = [this.heap[one], this.heap[other]]
    return a !== undefined && b !== undefined && (a.at < b.at || (a.at === b.at && a.order < b.order))
  }

  private swapIfEarlier(one: number, other: number): boolean {
    const [a, b] = [this.heap[one], this.heap[other]]
    if (!a || !b || !this.isEarlier(one, other)) return false
    this.heap[one] = b
    this.heap[other] = a
    return true
  }
}
