import { expect, test } from 'vitest'
import { read } from '@/lib/clinical/instrument'
import { escc } from '@/lib/clinical/instruments/escc'
import { frankel } from '@/lib/clinical/instruments/frankel'
import { noms } from '@/lib/clinical/instruments/noms'
import { sins } from '@/lib/clinical/instruments/sins'
import { readingWords } from './reading-words'

const answered = {
  location: 'T7',
  pain: 'mechanical',
  lesion: 'lytic',
  alignment: 'deformity',
  collapse: 'gt50',
  posterolateral: 'bilateral',
} as const

test.each([
  ['a total with its most and band', read(sins, answered), /^\d+ of 18, unstable$/],
  [
    'a range while answers are missing',
    read(sins, { location: 'T7' }),
    /^Incomplete: from 1 to \d+ of 18 possible\. Missing: /,
  ],
  ['a grade with its label', read(frankel, { grade: 'D' }), /^D: Useful motor power/],
  ['a grade that nobody gave', read(frankel, {}), /^Not known\. Missing: Frankel grade\.$/],
  ['a framework without its answers', read(noms, {}), /^Incomplete\. Nothing is settled yet\. Missing: /],
])('%s', (_name, reading, words) => {
  expect(readingWords(reading)).toMatch(words)
})

test('below the conus there is no epidural grade', () => {
  expect(readingWords(read(escc, { level: 'L3' }))).toMatch(/^Not applicable: /)
})
