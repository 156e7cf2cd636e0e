import { describe, expect, test } from 'vitest'
import { closedReasons } from '@/lib/foundation/result'
import { fieldErrors, refusalSentence, refusalWords } from './refusal-words'

describe('a failed call in words', () => {
  test.each(closedReasons)('says what is closed and what comes next: %s', (why) => {
    expect(refusalSentence({ code: 'closed', why })).toMatch(/^[A-Z][^.]+\. [A-Z].+\.$/)
  })

  test('names who else changed it, each once', () => {
    const conflict = { yours: 1, theirs: 2, version: 3, at: '2026-11-24T10:00:00Z' }
    const fields = ['kps', 'ecog'].map((path) => ({ ...conflict, path, by: 'E. Wyndlass' }))
    expect(refusalWords({ code: 'stale', fields }).title).toBe('E. Wyndlass changed this meanwhile.')
    expect(refusalWords({ code: 'stale', fields: [] }).title).toBe('Somebody changed this meanwhile.')
  })

  test('keeps the first problem of each field', () => {
    const fields = [
      { path: 'name', message: 'Write name.' },
      { path: 'name', message: 'Too long.' },
      { path: 'roles', message: 'Choose at least one role.' },
    ]
    expect(fieldErrors({ code: 'invalid', fields })).toEqual({
      name: 'Write name.',
      roles: 'Choose at least one role.',
    })
    expect(Object.keys(fieldErrors({ code: 'invalid', fields }))).toEqual(['name', 'roles'])
    expect(fieldErrors({ code: 'forbidden' })).toEqual({})
    expect(fieldErrors(null)).toEqual({})
  })
})
