import { describe, expect, test } from 'vitest'
import { readBody } from './body-limit'

/** A request that sends its chunks one by one and does not say how many there are. */
function chunked(sizes: number[]) {
  const sent: number[] = []
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const size = sizes[sent.length]
      if (size === undefined) return controller.close()
      sent.push(size)
      controller.enqueue(new Uint8Array(size).fill(sent.length))
    },
  })
  const init = { method: 'POST', body, duplex: 'half' }
  return { request: new Request('http://localhost/api/v1/x', init as RequestInit), sent }
}

describe('a body is read up to its limit', () => {
  test('whole when it is within', async () => {
    const body = await readBody(chunked([2, 3]).request, 5)
    expect([...(body ?? [])]).toEqual([1, 1, 2, 2, 2])
  })

  test('not at all when it says that it is longer', async () => {
    const headers = { 'content-length': '6' }
    expect(await readBody(new Request('http://localhost/', { method: 'POST', body: 'abcdef', headers }), 5)).toBeNull()
  })

  test('no further than the limit when it does not say how long it is', async () => {
    const { request, sent } = chunked(Array<number>(1000).fill(1_000))
    expect(await readBody(request, 5_000)).toBeNull()
    expect(sent.length).toBeLessThan(10)
  })

  test('no further than the limit when its header lies', async () => {
    const { request } = chunked([4, 4])
    const lying = new Request(request, { headers: { 'content-length': '1' } })
    expect(await readBody(lying, 5)).toBeNull()
  })

  test('nothing when there is none', async () => {
    expect(await readBody(new Request('http://localhost/'), 5)).toBeUndefined()
  })
})
