import { expect, test } from 'vitest'
import { unexplainedTerms, withTermsExplained } from './plain-terms'

const part = (text: string, heading = 'H') => ({ heading, text })

test('a term is explained where it stands first, and only there', () => {
  const [first, second] = withTermsExplained([
    part('Radiotherapy helps. After radiotherapy, rest.'),
    part('More radiotherapy and a biopsy.'),
  ])
  expect(first?.text).toBe('Radiotherapy (treatment with strong X-rays) helps. After radiotherapy, rest.')
  expect(second?.text).toBe('More radiotherapy and a biopsy (taking a small sample to look at).')
})

test('a longer term is not explained once more by a shorter one inside it', () => {
  const [found] = withTermsExplained([part('Stereotactic body radiotherapy.')])
  expect(found?.text).toBe('Stereotactic body radiotherapy (very precise treatment with strong X-rays).')
})

test('an explanation that stands there already is left as it is', () => {
  const own = [part('A biopsy (a tiny piece) is taken.')]
  expect(withTermsExplained(own)).toEqual(own)
  expect(unexplainedTerms(own)).toEqual([])
})

test('names what the author left unexplained, abbreviations too', () => {
  expect(unexplainedTerms([part('The MRI shows metastases. Your ECOG is good.')]).map(({ word }) => word)).toEqual([
    'metastases',
    'MRI',
    'ECOG',
  ])
  expect(unexplainedTerms(withTermsExplained([part('The MRI shows metastases.')]))).toEqual([])
})
