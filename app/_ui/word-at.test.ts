import { describe, expect, it } from 'vitest'
import { spellOutText, spellOutWord, wordAt } from './word-at'

describe('an abbreviation on the screen', () => {
  const text = 'SINS 4–17 incomplete, PET-CT'

  it('D10 is the word under the pointer, wherever in it the pointer rests', () => {
    for (const offset of [0, 2, 4]) expect(wordAt(text, offset)).toEqual({ word: 'SINS', from: 0, to: 4 })
    expect(wordAt(text, text.length).word).toBe('CT')
    expect(wordAt('a – b', 2).word).toBe('')
  })

  it('D10 is spelled out, and no other word is', () => {
    expect(spellOutWord('SINS')).toBe('SINS: Spinal Instability Neoplastic Score')
    for (const word of ['sins', 'SINSE', '', '__proto__']) expect(spellOutWord(word)).toBeUndefined()
  })

  it('D10 is spelled out for the control that has the focus, each once', () => {
    expect(spellOutText('MRI of the whole spine, MRI with contrast, CT')).toEqual([
      'CT: computed tomography',
      'MRI: magnetic resonance imaging',
    ])
    expect(spellOutText('Walking')).toEqual([])
    expect(spellOutText(`MRI ${'and much else '.repeat(40)}`)).toEqual([])
  })
})
