import { describe, expect, it } from 'vitest'
import { studyAge } from './study-age'

const plain = (doneOn: string | undefined) => {
  const { words, old } = studyAge(doneOn, '2026-11-24')
  return [words.replaceAll('\u00a0', ' '), old]
}

describe('the age of a study', () => {
  it('L8 counts whole days and marks what is past the limit', () => {
    expect(plain('2026-11-24')).toEqual(['0 d', false])
    expect(plain('2026-10-27')).toEqual(['28 d', false])
    expect(plain('2026-10-26')).toEqual(['29 d, limit 28 d', true])
  })

  it('gives the least age of a month or year, and none without a day', () => {
    expect(plain('2026-10')).toEqual(['at least 24 d', false])
    expect(plain('2026')).toEqual(['at least 0 d', false])
    expect(plain(undefined)).toEqual(['day not known', false])
  })
})
