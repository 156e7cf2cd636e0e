import { expect, test } from 'vitest'
import { Turns } from './turns'

/** A work that ends when told, and a note of what has begun. */
function works() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const work = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
  }
  return { begun, work, end: (name: string) => ends.get(name)?.() }
}

test('so many run at once, the next begins when one ends, one too many is turned away', async () => {
  const { begun, work, end } = works()
  const turns = new Turns({ atOnce: 2, waiting: 1 })
  const [first, , third] = [turns.take(work('a')), turns.take(work('b')), turns.take(work('c'))]
  expect(begun).toEqual(['a', 'b'])
  expect(turns.take(work('d'))).toBeUndefined()
  end('a')
  expect(await first).toBe('a')
  expect(begun).toEqual(['a', 'b', 'c'])
  end('c')
  expect(await third).toBe('c')
})

test('a work that fails gives its turn on', async () => {
  const { begun, work } = works()
  const turns = new Turns({ atOnce: 1, waiting: 1 })
  const failing = turns.take(() => Promise.reject(new Error('broken')))
  void turns.take(work('next'))
  await expect(failing).rejects.toThrow('broken')
  expect(begun).toEqual(['next'])
})
