import { describe, expect, test } from 'vitest'
import { ageOfFact, type CaseFile, factOf } from './case-file'
import { changesBetween } from './changes'
import { withEntryDays } from './entry-days'
import { statedDay } from './facts'
import { fact } from './testing-facts'

const dated = (facts: CaseFile['facts']) => withEntryDays({ facts } as CaseFile)
const stated = (value: unknown, refersOn: string) => ({ ...fact(value), refersOn })

describe('the day of a value', () => {
  const examined = (on: string) => ({ neurology: { '': { examinedOn: fact(on), powerRightLeg: fact(2) } } })

  test('is that of its examination, and moves with it when that is corrected', () => {
    const before = dated(examined('2026-11-23'))
    const after = dated(examined('2026-11-02'))
    const power = (file: CaseFile) => factOf(file, 'neurology', 'powerRightLeg')
    expect([power(before)?.refersOn, power(after)?.refersOn]).toEqual(['2026-11-23', '2026-11-02'])
    expect(ageOfFact('neurology', power(after), '2026-11-24')).toMatchObject({ days: 22, old: true })
    expect(changesBetween(before.facts, after.facts).map(({ field }) => field)).toEqual(['examinedOn'])
    expect(dated(dated(examined('2026-11-02')).facts)).toEqual(after)
  })

  test('is that of its sample, in whatever order test, result and day were given', () => {
    const taken = { labs: { a: { test: fact('crp'), value: fact(12), takenOn: fact('2026-11-10') } } }
    expect(factOf(dated(taken), 'labs', 'value', 'a')).toMatchObject({ refersOn: '2026-11-10', ofEntry: true })
    expect(factOf(dated(taken), 'labs', 'takenOn', 'a')?.refersOn).toBeNull()
  })

  test('is the one that was stated for it, whatever its entry says', () => {
    const file = dated({ neurology: { '': { examinedOn: fact('2026-11-23'), frankel: stated('C', '2026-11-20') } } })
    const frankel = factOf(file, 'neurology', 'frankel')
    expect([frankel?.refersOn, frankel && statedDay(frankel)]).toEqual(['2026-11-20', '2026-11-20'])
  })

  test('is not known where neither is recorded', () => {
    expect(factOf(dated({ neurology: { '': { frankel: fact('C') } } }), 'neurology', 'frankel')?.refersOn).toBeNull()
    expect(factOf(dated({ imaging: { b: { report: fact('-') } } }), 'imaging', 'report', 'b')?.refersOn).toBeNull()
  })

  test('of a level is that of the study it was seen on', () => {
    const seen = (words: string, on = '2026-11-24') =>
      dated({
        imaging: { a: { modality: fact('mri'), doneOn: fact(on) }, b: { modality: fact('ct') } },
        lesions: { T7: { seenOn: fact(words), escc: fact('2'), lesion: stated('lytic', '2026-11-20') } },
      }).facts.lesions?.T7
    expect(seen('MRI 24-Nov-2026, axial T2')?.escc?.refersOn).toBe('2026-11-24')
    expect(seen('MRI 24-Nov-2026')?.lesion?.refersOn).toBe('2026-11-20')
    expect(seen('MRI elsewhere')?.escc?.refersOn).toBeNull()
    expect(seen('CT')?.escc?.refersOn).toBeNull()
  })
})
