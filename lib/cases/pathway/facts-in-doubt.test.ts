import { describe, expect, test } from 'vitest'
import { packsAsShipped } from '@/lib/clinical/pathway/packs'
import type { CaseFile } from '../case-file'
import type { FactsView } from '../facts'
import { listN } from '../neuro-features'
import { readingsOf } from '../readings'
import { painFeatures } from '../sections/symptoms'
import { contested, fact, facts } from '../testing-facts'
import { readPathway } from './case-pathway'
import { noCourse } from './course'

const pathwayOf = (sections: FactsView) => {
  const file = {
    timeZone: 'Europe/London',
    patient: { bornOn: '1956-03-01', diedOn: null },
    facts: sections,
  } as unknown as CaseFile
  return readPathway(
    file,
    readingsOf(file),
    { packs: packsAsShipped, signed: [], exceptions: [], course: noCourse },
    '2026-11-24T14:00:00Z',
  )
}
const factsOf = (sections: FactsView) => pathwayOf(sections).facts
const either = { oneOf: [true, false] }

describe('a laboratory value that is asked back', () => {
  const calcium = (value: number | string, more: FactsView[string][string] = {}) => ({
    labs: {
      c1: {
        ...facts({ test: 'calcium', takenOn: '2026-11-23', corrected: 'yes' }),
        value: { ...fact(value), unit: 'mmol/L' },
        ...more,
      },
    },
  })
  const urgent = (sections: FactsView) =>
    pathwayOf(sections).readings.find(({ rule }) => rule.id === 'PW-BMA-12')?.outcome.kind

  test('raises no hypercalcaemia before somebody said that it is right', () => {
    expect(factsOf(calcium(14)).adjustedCalcium).toBe(null)
    expect(urgent(calcium(14))).not.toBe('raised')
    const checked = facts({ unitChecked: 'Calcium 14 mmol/L' })
    expect(urgent(calcium(14, checked))).toBe('raised')
    expect(urgent(calcium(3.6))).toBe('raised')
  })

  test('is no number while it is only said to lie above one', () => {
    expect(factsOf(calcium('>3.6')).adjustedCalcium).toBe(null)
  })

  test('is no adjusted calcium while sources differ on the correction', () => {
    expect(factsOf(calcium(3.6, { corrected: contested('yes', 'no') })).adjustedCalcium).toBe(null)
  })
})

describe('a prognosis with its method', () => {
  const elsewhere = (known: Record<string, unknown>) => ({ externalPrognosis: { p1: facts(known) } })

  test('is any complete score of survival', () => {
    const vanDerLinden = {
      tumour: { '': facts({ primary: 'breast', visceral: 'none' }) },
      fitness: { '': facts({ kps: 80 }) },
    }
    expect(factsOf(vanDerLinden).prognosis).toBe(true)
    expect(factsOf({}).prognosis).toBe(null)
  })

  test('is a figure that a named calculator gave elsewhere', () => {
    expect(factsOf(elsewhere({ tool: 'SORG-ML, web version of 2019', aliveAt90Days: 72 })).prognosis).toBe(true)
    expect(factsOf(elsewhere({ tool: 'SORG-ML, web version of 2019' })).prognosis).toBe(null)
    expect(factsOf(elsewhere({ aliveAt90Days: 72 })).prognosis).toBe(null)
  })
})

describe('medicines and therapies on which sources differ', () => {
  const steroid = (more: FactsView[string][string]) => ({
    medicines: {
      m1: {
        ...facts({ drug: 'Dexamethasone', purpose: 'steroid', route: 'oral', timesADay: 2 }),
        dose: { ...fact(8), unit: 'mg' },
        ...more,
      },
    },
  })

  test('a steroid is neither given nor not, and no dose is added up', () => {
    const known = factsOf(steroid({ purpose: contested('steroid', 'other'), since: fact('2026-11-20') }))
    expect([known.steroid, known.dexamethasoneMg, known.steroidFirstAt]).toEqual([either, null, ''])
    expect(factsOf(steroid({ timesADay: contested(2, 4) })).dexamethasoneMg).toBe(null)
  })

  test('the first dose is each day that is stated', () => {
    expect(factsOf(steroid({ since: contested('2026-11-20', '2026-11-22') })).steroidFirstAt).toEqual({
      oneOf: ['2026-11-20', '2026-11-22'],
    })
  })

  test('an opioid whose route differs has no equivalent', () => {
    const morphine = steroid({ drug: fact('Morphine'), purpose: fact('pain') })
    expect(factsOf(morphine).morphineEquivalent).toBe(16)
    const differing = steroid({ drug: fact('Morphine'), purpose: fact('pain'), route: contested('oral', 'sc') })
    expect(factsOf(differing).morphineEquivalent).toBe(null)
  })

  const therapies = (...entries: FactsView[string][string][]) => ({
    therapies: Object.fromEntries(entries.map((entry, index) => [`t${index}`, entry])),
  })

  test('a bone drug that is given by one source only is neither', () => {
    const zoledronate = facts({ drug: 'Zoledronate', kind: 'bone', given: 'yes' })
    const told = (more: FactsView[string][string]) => factsOf(therapies({ ...zoledronate, ...more }))
    expect([told({}).boneAgent, told({}).zoledronate, told({}).denosumab]).toEqual([true, true, false])
    const differing = told({ given: contested('yes', 'no') })
    expect([differing.boneAgent, differing.zoledronate, differing.denosumab]).toEqual([either, either, null])
    expect(told({ kind: contested('other', 'bone') }).boneAgent).toEqual(either)
  })

  test('the last dose is each time that is stated and that no other surely follows', () => {
    const dose = (...said: string[]) => ({
      ...facts({ holdAgent: 'bevacizumab' }),
      lastDose: contested(said[0], ...said.slice(1)),
    })
    const last = (...entries: FactsView[string][string][]) => factsOf(therapies(...entries))['last-bevacizumab']
    expect(last(dose('2026-10-01'), dose('2026-11-12T08:00+00:00'))).toBe('2026-11-12T08:00:00Z')
    expect(last(dose('2026-10-01', '2026-11-12'))).toEqual({ oneOf: ['2026-10-01', '2026-11-12'] })
    expect(last(dose('2026-11'), dose('2026-11-12'))).toEqual({ oneOf: ['2026-11', '2026-11-12'] })
    expect(last(dose('2026-10', '2026-11'), dose('2026-10-12'))).toEqual({
      oneOf: ['2026-10', '2026-11', '2026-10-12'],
    })
  })

  test('a line of the agent without a last dose leaves it open, whatever another line says', () => {
    const line = (known: Record<string, unknown>) => facts({ holdAgent: 'bevacizumab', ...known })
    const last = (...entries: FactsView[string][string][]) => factsOf(therapies(...entries))['last-bevacizumab']
    expect(last(line({ lastDose: '2026-10-01' }), line({}))).toBe('')
    expect(last(line({}), line({ lastDose: '2026-10-01' }))).toBe('')
    expect(last(line({ lastDose: '2026-10-01' }), line({ given: 'planned' }))).toBe('2026-10-01')
    const disputed = { holdAgent: contested('none', 'bevacizumab') }
    expect(last(line({ lastDose: '2026-10-01' }), disputed)).toBe('')
  })

  test('an agent that only one source names keeps its interval open', () => {
    const known = factsOf(therapies({ holdAgent: contested('none', 'bevacizumab'), lastDose: fact('2026-11-12') }))
    expect([known.holdAgentGiven, known['last-bevacizumab']]).toEqual([either, ''])
    expect(factsOf(therapies({ holdAgent: contested('ramucirumab', 'bevacizumab') })).holdAgentGiven).toBe(true)
    expect(factsOf(therapies({ holdAgent: fact('none') })).holdAgentGiven).toBe(false)
  })
})

describe('the newest MRI by days known in part', () => {
  const mri = (doneOn: string, more: Record<string, unknown> = {}) => facts({ modality: 'mri', doneOn, ...more })
  const worse = (examinedOn: string): FactsView => ({
    neurology: {
      '': facts({ examinedOn: '2026-10-01', powerLeftLeg: 4 }),
      '0b8f1a52-6d0e-4b6e-8f5a-0d4c5a6b7c8d': facts({ examinedOn, powerLeftLeg: 3 }),
    },
  })

  test('is before a worse examination only where every reading of its day is', () => {
    const since = (doneOn: string, examinedOn: string) =>
      factsOf({ imaging: { i1: mri(doneOn) }, ...worse(examinedOn) }).worseSinceMri
    expect(since('2026-11-20', '2026-11-22')).toBe(true)
    expect(since('2026-11', '2026-11-22')).toBe(null)
    expect(since('2026-11-20', '2026-11')).toBe(null)
    expect(since('2026-10', '2026-11')).toBe(true)
  })

  test('is each that may be the newest', () => {
    const whole = { region: ['whole'] }
    const at = (...days: string[]) =>
      factsOf({ imaging: Object.fromEntries(days.map((on, index) => [`i${index}`, mri(on, whole)])) }).wholeSpineMriAt
    expect(at('2026-11-20', '2026-10')).toBe('2026-11-20')
    expect(at('2026-11-20', '2026-11')).toEqual({ oneOf: ['2026-11', '2026-11-20'] })
  })
})

describe('a neurological feature gained after suspicion from pain', () => {
  const gained = (weakness: object, onset = '2026-11-24') =>
    factsOf({
      symptoms: { '': { ...facts({ nightPain: 'present', neuroOnset: onset }), weakness: weakness as never } },
      clocks: { '': facts({ suspectedAt: '2026-11-23T20:00+00:00' }) },
    }).neuroGainedAt

  test('counts from when its present answer first stood, not from its last version', () => {
    const again = { ...fact('present'), version: 3, at: '2026-11-24T18:00:00Z', since: '2026-11-22T08:00:00Z' }
    expect(gained({ ...again, stoodSince: '2026-11-24T07:00:00Z' })).toBe('2026-11-24T07:00:00Z')
    expect(gained(again)).toBe(null)
  })

  test('counts from the source that first said so', () => {
    expect(gained(contested('absent', 'present'))).toBe('2026-11-24T14:00:00Z')
    expect(gained(contested('present', 'absent'))).toBe('2026-11-24T13:02:00Z')
  })

  test('is told only where the first symptom surely came later', () => {
    expect(gained(fact('present'), '2026-11')).toBe(null)
    expect(gained(fact('present'), '2026-11-23')).toBe(null)
  })
})

test('spinal metastases are those that the count of vertebrae takes for certain', () => {
  expect(factsOf({ lesions: { T7: facts({ involvement: 'certain' }) } }).spinalMetastases).toBe(true)
  expect(factsOf({ lesions: { T7: { involvement: contested('suspected', 'certain') } } }).spinalMetastases).toBe(null)
  expect(factsOf({ tumour: { '': facts({ vertebralCount: 2 }) } }).spinalMetastases).toBe(true)
})

test('a conversation from before an admission is to be asked again, by the same reason as on the sheet', () => {
  const spoken = (spokenOn: string) =>
    factsOf({ goals: { '': facts({ spokenOn }) }, clocks: { '': facts({ admittedAt: '2026-11-20T09:00+00:00' }) } })
  expect(spoken('2026-11-19').newDeficitOrAdmission).toBe(true)
  expect(spoken('2026-11-20').newDeficitOrAdmission).toBe(null)
})

describe('an answer that leaves a fact open, beside one that settles it', () => {
  const oneAnswer = (section: string, field: string, ...values: [string, ...string[]]) =>
    factsOf({ [section]: { '': { [field]: contested(values[0], ...values.slice(1)) } } })

  test('an obstacle that one source names may forbid MRI', () => {
    expect(oneAnswer('safety', 'mriObstacle', 'none').mriContraindicated).toBe(false)
    expect(oneAnswer('safety', 'mriObstacle', 'none', 'present').mriContraindicated).toBe(null)
  })

  test('a primary that one source does not know may be any', () => {
    const known = oneAnswer('tumour', 'primary', 'unknown', 'lung-non-small-cell')
    expect([known.knownCancer, known.lymphomaPossible, known.smallCellOrGermCell]).toEqual([null, null, null])
    const sure = oneAnswer('tumour', 'primary', 'kidney', 'lung-non-small-cell')
    expect([sure.knownCancer, sure.lymphomaPossible, sure.smallCellOrGermCell]).toEqual([true, false, false])
  })

  test('a resuscitation decision that one source did not discuss is open', () => {
    expect(oneAnswer('goals', 'resuscitation', 'attempt', 'not-discussed').doNotAttempt).toBe(null)
  })

  const resting = (said: readonly [string, ...string[]], walking?: string) =>
    factsOf({
      stability: { '': { immobilised: contested(said[0], ...said.slice(1)) } },
      ...(walking === undefined ? {} : { neurology: { '': facts({ walking }) } }),
    })

  test('a brace that one source denies is no brace considered, and none denied', () => {
    expect(resting(['brace']).brace).toBe(true)
    expect(resting(['no', 'brace']).brace).toBe(null)
    expect(resting(['no', 'brace']).immobilised).toEqual({ oneOf: [false, true] })
  })

  test('bed rest that one source denies leaves open what walking does not say as well', () => {
    expect(resting(['no', 'bed']).immobile).toBe(null)
    expect(resting(['no', 'bed'], 'independent').immobile).toEqual({ oneOf: [false, true] })
    expect(resting(['no', 'bed'], 'non-ambulatory').immobile).toBe(true)
    expect(resting(['bed'], 'independent').immobile).toBe(true)
    expect(resting(['no'], 'independent').immobile).toBe(false)
    expect(factsOf({ neurology: { '': facts({ walking: 'with-aid' }) } }).immobile).toBe(false)
    const disputed = { neurology: { '': { walking: contested('with-aid', 'non-ambulatory') } } }
    expect(factsOf({ ...disputed, stability: { '': facts({ immobilised: 'no' }) } }).immobile).toEqual({
      oneOf: [false, true],
    })
  })
})

describe('a small-cell or germ-cell tumour', () => {
  test.each([
    ['lung-small-cell', true],
    ['germ-cell', true],
    ['breast', false],
    ['lung-non-small-cell', false],
    ['lung-unspecified', null],
    ['unknown', null],
  ])('of the primary %s is %s', (primary, said) => {
    expect(factsOf({ tumour: { '': facts({ primary }) } }).smallCellOrGermCell).toBe(said)
  })

  test('asks an operation on a stable germ-cell tumour back (PW-SUR-05)', () => {
    const of = (primary: string) =>
      pathwayOf({
        tumour: { '': facts({ primary }) },
        clocks: { '': facts({ decidedFor: 'surgery' }) },
        lesions: {
          T7: facts({
            ...{ involvement: 'certain', pain: 'none', lesion: 'blastic', alignment: 'normal' },
            ...{ collapse: 'none', posterolateral: 'none', operated: 'no' },
          }),
        },
      }).readings.find(({ rule }) => rule.id === 'PW-SUR-05')?.outcome.kind
    expect([of('germ-cell'), of('unknown'), of('breast')]).toEqual(['raised', 'cannot-evaluate', 'not-applicable'])
  })
})

describe('findings of the levels', () => {
  const found = (...levels: FactsView[string][string][]) =>
    factsOf({
      lesions: Object.fromEntries(
        levels.map((level, index) => [`T${index + 6}`, { ...facts({ involvement: 'certain' }), ...level }]),
      ),
    })

  test('a collapse of which the degree is not stated is one, and not known to be below half', () => {
    const degree = found(facts({ collapse: 'some' }))
    expect([degree.collapse, degree.collapseOver50]).toEqual([true, null])
    const body = found(facts({ collapse: 'over-half' }))
    expect([body.collapse, body.collapseOver50]).toEqual([null, null])
    const none = found(facts({ collapse: 'none' }))
    expect([none.collapse, none.collapseOver50]).toEqual([false, false])
    expect(found(facts({ collapse: 'some' }), facts({ collapse: 'gt50' })).collapseOver50).toBe(true)
    expect(found(facts({ collapse: 'none' }), {}).collapse).toBe(null)
  })

  test('one on which sources differ stays open, unless another level has it', () => {
    const differing = { lesion: contested('lytic', 'blastic') }
    expect(found(differing).lytic).toEqual(either)
    expect(found(differing, facts({ lesion: 'blastic' })).lytic).toEqual(either)
    expect(found(differing, facts({ lesion: 'mixed' })).lytic).toBe(true)
    expect(found({ lesion: contested('lytic', 'mixed') }).lytic).toBe(true)
  })
})

describe('earlier radiation', () => {
  const at = (irradiated: FactsView[string][string], treatment?: Record<string, unknown>) =>
    factsOf({
      lesions: { T7: { ...facts({ involvement: 'certain' }), ...irradiated } },
      ...(treatment === undefined ? {} : { treatments: { a: facts({ kind: 'radiation', ...treatment }) } }),
    }).earlierRadiation

  test('is what the level says, and no while nothing else is on the list', () => {
    expect([at(facts({ irradiated: 'yes' })), at(facts({ irradiated: 'no' })), at({})]).toEqual([true, false, null])
  })

  test('is open where sources differ at the level, whatever the list says there', () => {
    expect(at({ irradiated: contested('no', 'yes') })).toEqual(either)
    expect(at({ irradiated: contested('yes', 'no') }, { levels: ['T7'] })).toEqual(either)
  })

  test('is what the list says of a level that has no answer; a no at the level counts against it', () => {
    expect(at({}, { levels: ['T7'] })).toBe(true)
    expect(at(facts({ irradiated: 'no' }), { levels: ['T7'] })).toBe(false)
  })

  test('on the list beyond the levels that are answered, or without levels, is some', () => {
    expect(at(facts({ irradiated: 'no' }), { levels: ['T7', 'T8'] })).toBe(true)
    expect(at(facts({ irradiated: 'no' }), {})).toBe(true)
    expect(at({ irradiated: contested('no', 'yes') }, { levels: ['T8'] })).toBe(true)
  })
})

describe('pain and neurological features', () => {
  const painful = (known: Record<string, unknown>) => {
    const { painOnly, symptomatic, asymptomatic } = factsOf({ symptoms: { '': facts(known) } })
    return { painOnly, symptomatic, asymptomatic }
  }
  const noNeuro = Object.fromEntries(listN.map((field) => [field, 'absent']))
  const noPain = Object.fromEntries(painFeatures.map((field) => [field, 'absent']))

  test('no back pain says nothing of the other pains, nor they of it', () => {
    const open = { painOnly: null, symptomatic: null, asymptomatic: null }
    expect(painful({ ...noNeuro, backPain: 'absent' })).toEqual(open)
    expect(painful({ ...noNeuro, ...noPain })).toEqual(open)
    expect(painful({ ...noNeuro, ...noPain, backPain: 'absent' })).toEqual({
      ...{ painOnly: false, symptomatic: false, asymptomatic: true },
    })
  })

  test('pain alone needs the neurological answers, and one that is present rules it out', () => {
    expect(painful({ backPain: 'present' }).painOnly).toBe(null)
    expect(painful({ ...noNeuro, backPain: 'present' }).painOnly).toBe(true)
    expect(painful({ weakness: 'present' })).toEqual({ painOnly: false, symptomatic: true, asymptomatic: false })
  })
})
