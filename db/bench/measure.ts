/** One thing that was measured: milliseconds at the median and at the 95th percentile. */
export type Measured = { name: string; p50: number; p95: number }

/** The value below which a share of sorted values lies; 0 for none. */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Does every act once for each of the things, in turn, so that all meet the same machine; the first tenth only warms up. */
export async function measure<T>(
  things: readonly T[],
  acts: Readonly<Record<string, (thing: T) => Promise<void>>>,
): Promise<Measured[]> {
  const taken = new Map<string, number[]>(Object.keys(acts).map((name) => [name, []]))
  const warm = Math.floor(things.length / 10)
  for (const [index, thing] of things.entries()) {
    for (const [name, act] of Object.entries(acts)) {
      const from = performance.now()
      await act(thing)
      if (index >= warm) taken.get(name)?.push(performance.now() - from)
    }
  }
  return [...taken].map(([name, times]) => {
    const sorted = times.sort((a, b) => a - b)
    return { name, p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) }
  })
}
