import { describe, expect, test } from 'vitest'
import { type FurtherScore, furtherScores } from '@/lib/cases/further/further-scores'
import { fileOf, lab, level, type Sections, scoreOf, today, whole } from '@/lib/cases/further/testing-whole-case'
import { fact, facts } from '@/lib/cases/testing-facts'
import { askedItems } from './asked-items'
import { answered, readDraft } from './score-draft'

const zone = 'Europe/London'
const asItStands = (sections: Sections, score: FurtherScore) =>
  readDraft(score.instrument, askedItems(score, fileOf(sections), zone), {}, score.isCompressionExcluded)

const free: Sections = { ...whole(), lesions: { T7: level({ escc: '0' }), T8: level({ escc: '1a' }) } }
const answeredHere: Sections = {
  ...whole(),
  scores: { '': facts({ 'mizumoto-1-tumour': 'favourable', 'lei-2016-1-total': 4 }) },
}
const assumed: Sections = { ...whole(), labs: { a: { ...lab('albumin', 35, 'g/L'), value: fact(35) } } }

describe('Before anything is answered on its page, a score reads as on the board sheet', () => {
  test.each([
    ['filled by the case', whole()],
    ['without compression', free],
    ['with answers given here', answeredHere],
    ['with a value without its unit', assumed],
  ])('%s: points, sources, marks and remarks', (_, sections) => {
    for (const score of furtherScores(fileOf(sections), today))
      expect(asItStands(sections, score), score.instrument.id).toEqual(score.reading)
  })

  test('one that a card reads', () => {
    const ill: Sections = { ...whole(), comorbidity: { '': facts({ surgicalFrailty: ['anaemia', 'rest'] }) } }
    for (const [id, at] of [
      ['mstfi', null],
      ['sbrt-suitability', 'T7'],
    ] as const) {
      const score = scoreOf(ill, id, at)
      expect(asItStands(ill, score)).toEqual(score.reading)
    }
    const score = scoreOf(ill, 'mstfi')
    const items = askedItems(score, fileOf(ill), zone)
    const remarksOf = (draft: Parameters<typeof readDraft>[2]) =>
      readDraft(score.instrument, items, draft, false).caveats.map(({ id }) => id)
    expect(remarksOf({})).toContain('approach_unplanned')
    expect(remarksOf(answered({}, items, 'approach', 'yes'))).not.toContain('approach_unplanned')
  })

  test('an answer given on the page has no source of the case', () => {
    const score = scoreOf(whole(), 'mizumoto')
    const items = askedItems(score, fileOf(whole()), zone)
    const { lines } = readDraft(score.instrument, items, answered({}, items, 'ecog', 4), false)
    expect(lines.find(({ item }) => item === 'ecog')).toMatchObject({ answer: 4, from: undefined })
  })
})
