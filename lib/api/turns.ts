/** Lets a few works run at once and the rest wait in line; past the longest line a work is turned away. */
export class Turns {
  private running = 0
  private readonly line: (() => void)[] = []

  constructor(private readonly limits: { atOnce: number; waiting: number }) {}

  /** Runs the work when its turn comes; undefined when the line is full and nothing was begun. */
  take<T>(work: () => Promise<T>): Promise<T> | undefined {
    if (this.line.length >= this.limits.waiting) return undefined
    return this.inTurn(work)
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.limits.atOnce) await new Promise<void>((begin) => this.line.push(begin))
    else this.running += 1
    try {
      return await work()
    } finally {
      const next = this.line.shift()
      if (next) next()
      else this.running -= 1
    }
  }
}
