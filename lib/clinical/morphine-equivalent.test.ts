import { describe, expect, it } from 'vitest'
import {
  type GivenDrug,
  highEquivalent,
  isPatchWithoutStrength,
  morphineEquivalent,
  opioidOf,
  totalMorphineEquivalent,
} from './morphine-equivalent'

const oral = (drug: string, dose: number, timesADay: number): GivenDrug => ({
  ...{ drug, dose, timesADay },
  ...{ unit: 'mg', route: 'oral' },
})
const figure = (given: GivenDrug) => {
  const equivalent = morphineEquivalent(given)
  return equivalent.kind === 'computed' ? equivalent.mgPerDay.toFixed(1) : equivalent.why
}

describe('oral morphine equivalents by the table of 2022', () => {
  it('give the worked figures of the reference', () => {
    expect(figure(oral('Hydrocodone', 5, 4))).toBe('20.0')
    expect(figure(oral('Oxycodone', 10, 2))).toBe('30.0')
    expect(figure(oral('Hydromorphone', 4, 4))).toBe('80.0')
    expect(figure({ drug: 'Fentanyl', dose: 75, unit: 'micrograms/h', route: 'patch' })).toBe('180.0')
    expect(totalMorphineEquivalent([oral('Morphine', 30, 2), oral('Oxycodone', 5, 3)]).mgPerDay.toFixed(1)).toBe('82.5')
  })

  it.each([
    ['Codeine', 15],
    ['Hydrocodone', 100],
    ['Hydromorphone', 500],
    ['Methadone', 470],
    ['Morphine', 100],
    ['Oxycodone', 150],
    ['Oxymorphone', 300],
    ['Tapentadol', 40],
    ['Tramadol', 20],
  ])('count 100 mg of %s by mouth as %f mg of morphine (REFERENCE 9.2)', (drug, mg) => {
    expect(figure(oral(drug, 100, 1))).toBe(mg.toFixed(1))
  })

  it('take parenteral morphine three times, and no other drug that is not by mouth', () => {
    expect(figure({ ...oral('Morphine', 10, 2), route: 'sc' })).toBe('60.0')
    expect(figure({ ...oral('Morphine', 10, 2), route: 'iv' })).toBe('60.0')
    expect(figure({ ...oral('Morphine', 10, 2), route: 'other' })).toBe('the table has morphine by mouth only')
    expect(figure({ ...oral('Oxycodone', 10, 2), route: 'iv' })).toBe('the table has oxycodone by mouth only')
    expect(figure({ ...oral('Fentanyl', 0.1, 4), unit: 'micrograms' })).toContain('patch')
  })

  it('say why there is none, and never put nothing for a gap', () => {
    expect(figure({ drug: 'Morphine', route: 'oral', timesADay: 2 })).toBe('dose not recorded')
    expect(figure({ ...oral('Morphine', 10, 2), dose: undefined })).toBe('dose not recorded')
    expect(figure({ ...oral('Morphine', 10, 2), unit: undefined })).toBe('dose not recorded')
    expect(figure({ drug: 'Morphine', dose: 10, unit: 'mg', timesADay: 2 })).toBe('route not recorded')
    expect(figure({ drug: 'Morphine', dose: 10, unit: 'mg', route: 'oral' })).toBe('times a day not recorded')
    expect(figure({ ...oral('Morphine', 10, 2), unit: 'mL' })).toBe('the table needs mg, not mL')
    expect(figure(oral('Buprenorphine', 1, 1))).toBe('the table does not convert buprenorphine')
    expect(figure(oral('Dihydrocodeine', 30, 4))).toBe('not in the table')
  })

  it('name what the sum leaves out; drugs that are no opioid have no part in it', () => {
    const paracetamol = { drug: 'Paracetamol', mayBeOpioid: false }
    const drugs = [oral('Morphine', 10, 6), { drug: 'Buprenorphine' }, paracetamol, { drug: 'OxyContin' }]
    expect(totalMorphineEquivalent(drugs)).toEqual({
      ...{ mgPerDay: 60, counted: 1 },
      uncounted: [
        { drug: 'Buprenorphine', why: 'the table does not convert buprenorphine' },
        { drug: 'OxyContin', why: 'not in the table' },
      ],
    })
    expect(totalMorphineEquivalent([{ ...oral('Morphine', 10, 6), mayBeOpioid: false }])).toMatchObject({ counted: 1 })
    expect(totalMorphineEquivalent([])).toMatchObject({ counted: 0, uncounted: [] })
  })

  it('read a dose in micrograms or grams as the same in mg', () => {
    expect(figure({ ...oral('Morphine', 500, 2), unit: 'micrograms' })).toBe('1.0')
    expect(figure({ ...oral('Morphine', 0.01, 2), unit: 'g' })).toBe('20.0')
  })

  it('take fentanyl as a patch in micrograms/h only', () => {
    const none = 'the table has fentanyl as a patch in micrograms/h only'
    expect(figure({ drug: 'Fentanyl', dose: 75, unit: 'micrograms/h', route: 'iv' })).toBe(none)
    expect(figure({ drug: 'Fentanyl', dose: 75, unit: 'micrograms', route: 'patch' })).toBe(none)
  })

  it('know a drug by the first word of its name', () => {
    const drugs = ['Morphine sulfate', ' morphine', 'Oxycodone (m/r)', 'oxycodone/naloxone', 'Codeine, phosphate']
    expect([...drugs, 'Dihydrocodeine', ''].map(opioidOf)).toEqual([
      'morphine',
      'morphine',
      'oxycodone',
      'oxycodone',
      'codeine',
      null,
      null,
    ])
  })
})

describe('doses that are asked back', () => {
  const patch = (drug: string, unit?: string): GivenDrug => ({ drug, dose: 75, unit, route: 'patch' })

  it('are those above the highest figure of the reference, and none that has no figure', () => {
    expect(highEquivalent(oral('Morphine', 90, 2))).toBeNull()
    expect(highEquivalent(oral('Morphine', 91, 2))).toBe(182)
    expect(highEquivalent(oral('Paracetamol', 1000, 4))).toBeNull()
  })

  it('are patches of an opioid in another unit than its strength an hour', () => {
    expect(isPatchWithoutStrength(patch('Fentanyl', 'mg'))).toBe(true)
    expect(isPatchWithoutStrength(patch('Fentanyl', 'micrograms/h'))).toBe(false)
    expect(isPatchWithoutStrength(patch('Fentanyl'))).toBe(false)
    expect(isPatchWithoutStrength(patch('Lidocaine', 'mg'))).toBe(false)
    expect(isPatchWithoutStrength(oral('Fentanyl', 1, 1))).toBe(false)
  })
})
