import { expect, test } from 'vitest'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { emptyAnswers } from './conclusion'
import { affectedBy, carriedOver, withCarried } from './revote'

test('a change proposes the kinds of treatment that a source says it bears on, and all where none says so', () => {
  expect(affectedBy([{ kind: 'sins' }])).toEqual(['surgery'])
  expect(affectedBy([{ kind: 'escc' }])).toEqual(['radiation', 'surgery'])
  expect(affectedBy([{ kind: 'sins' }, { kind: 'goals' }])).toEqual([...modalities])
  expect(affectedBy([])).toEqual([])
})

test('what is not voted on anew stays as it was signed, whatever the draft says of it', () => {
  const [signed, typed] = ['signed', 'typed'].map((because) => {
    const answers = emptyAnswers()
    for (const modality of modalities) answers[modality] = { ...answers[modality], outcome: 'none', because }
    return answers
  })
  if (!signed || !typed) throw new Error('two drafts')
  const revote = { modalities: ['surgery' as const, 'pain' as const] }
  expect(carriedOver(revote)).toEqual(['radiation', 'systemic', 'supportive'])
  const kept = withCarried(typed, signed, revote)
  expect(modalities.map((modality) => kept[modality].because)).toEqual(['signed', 'typed', 'signed', 'typed', 'signed'])
})
