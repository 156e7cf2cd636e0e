import { describe, expect, test } from 'vitest'
import { cutPage, readPageKey } from './page-key'

const id = '0f8fad5b-d9cb-469f-a165-70867728950e'
const made = (parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')

describe('a page of a list', () => {
  const rows = [{ name: 'Öst, Ana' }, { name: 'حداد' }, { name: 'Cole' }]
  const keyOf = ({ name }: { name: string }) => [name, id]

  test('is cut before the row that was asked for too much, and the next one goes on after its last row', () => {
    const page = cutPage(rows, 2, keyOf)
    expect(page.rows).toEqual(rows.slice(0, 2))
    expect(readPageKey(page.next ?? undefined, ['text', 'id'])).toEqual({ ok: true, value: ['حداد', id] })
  })

  test('that holds all is the last', () => {
    expect(cutPage(rows, 3, keyOf)).toEqual({ rows, next: null })
    expect(cutPage([], 3, keyOf)).toEqual({ rows: [], next: null })
  })
})

describe('a page key', () => {
  test('is not needed for the first page', () => {
    expect(readPageKey(undefined, ['day', 'id'])).toEqual({ ok: true, value: undefined })
  })

  test.each([
    [
      ['2026-11-24', id],
      ['day', 'id'],
    ],
    [
      ['2026-11-24T15:00:00.000Z', id],
      ['instant', 'id'],
    ],
    [
      ['', '9999-12-31', id],
      ['text', 'day', 'id'],
    ],
  ] as const)('%j is read as %j', (parts, kinds) => {
    expect(readPageKey(made(parts), kinds)).toEqual({ ok: true, value: parts })
  })

  test.each([
    ['nonsense', ['day', 'id']],
    ['', ['day', 'id']],
    [made(['2026-02-30', id]), ['day', 'id']],
    [made(['2026-02-30T13:00:00.000Z', id]), ['instant', 'id']],
    [made(['2026-11-24', 'no id']), ['day', 'id']],
    [made(['2026-11-24', id, 'more']), ['day', 'id']],
    [made(['a\u0000b', id]), ['text', 'id']],
    [made([7, id]), ['text', 'id']],
  ] as const)('%j is no key of %j', (text, kinds) => {
    expect(readPageKey(text, kinds)).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
  })
})
