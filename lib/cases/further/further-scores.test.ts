import { describe, expect, test } from 'vitest'
import { heldBack, instruments } from '@/lib/clinical/instruments/instruments'
import { prognosisScores } from '../prognosis-readings'
import { readingsOf } from '../readings'
import { contested, fact, facts } from '../testing-facts'
import { furtherScores } from './further-scores'
import {
  fileOf,
  lab,
  level,
  missingOf,
  read,
  type Sections,
  scoreOf,
  today,
  whole,
  withFacts,
  without,
} from './testing-whole-case'

describe('Every instrument is read for a case', () => {
  test('each offered one by a card of the sheet or as a further score, none of those that are held back', () => {
    const file = fileOf(whole())
    const { illness, ...readings } = readingsOf(file)
    const byCards = [
      ...prognosisScores(readings).map(({ instrument }) => instrument.id),
      ...Object.values(illness).map(({ instrument }) => instrument),
      readings.katagiriLaboratory.instrument,
      ...[readings.ecog, readings.kps, readings.frankel].map(({ instrument }) => instrument),
      ...readings.levels.flatMap(({ sins, escc }) => [sins.instrument, escc.instrument]),
      ...readings.noms.map(({ noms }) => noms.instrument),
      ...readings.sbrt.map(({ sbrt }) => sbrt.instrument),
    ]
    const further = furtherScores(file, today).map(({ instrument }) => instrument.id)
    const everyOne = new Set([...byCards, ...further])
    expect(instruments.map(({ id }) => id).filter((id) => !everyOne.has(id))).toEqual([])
    expect(further.filter((id) => byCards.includes(id))).toEqual([])
    expect(heldBack.map(({ id }) => id).filter((id) => everyOne.has(id))).toEqual([])
  })

  test('nothing of a case of which nothing is known', () => {
    for (const { reading, given } of furtherScores(fileOf({}, null), today)) {
      expect(given).toEqual({})
      expect(reading.kind, reading.instrument).toBe('incomplete')
      expect(reading.lines.filter(({ finding }) => finding !== null)).toEqual([])
    }
  })

  test('no answer that is stated as not assessed', () => {
    const unasked = Object.fromEntries(
      Object.entries(whole()).map(([section, items]) => [
        section,
        Object.fromEntries(
          Object.entries(items).map(([item, fields]) => [
            item,
            Object.fromEntries(Object.keys(fields).map((field) => [field, fact(undefined, 'not-assessed')])),
          ]),
        ),
      ]),
    )
    for (const { reading, byCase } of furtherScores(fileOf(unasked, null), today)) {
      expect(reading.kind, `${reading.instrument} ${JSON.stringify(byCase)}`).toBe('incomplete')
    }
  })
})

describe('Scores of survival and morbidity, filled from a case', () => {
  test('Bauer original asks for the fracture alone, and finds one in a collapsed level of certain tumour', () => {
    expect(read(whole(), 'bauer-original')).toMatchObject({ kind: 'complete', total: 2 })
    const standing = { ...whole(), lesions: { T7: level({ collapse: 'none' }), T8: level({ collapse: 'none' }) } }
    expect(missingOf(read(standing, 'bauer-original'))).toEqual(['fracture'])
    const suspected = { ...whole(), lesions: { T7: level({ involvement: 'suspected' }) } }
    expect(missingOf(read(suspected, 'bauer-original'))).toContain('fracture')
  })

  test('Tokuhashi original takes its own table of primaries, and a class that a clinician chose', () => {
    expect(read(whole(), 'tokuhashi-original')).toMatchObject({ kind: 'complete', total: 1 + 1 + 1 + 1 + 1 + 1 })
    expect(missingOf(read(without('tumour', 'primary'), 'tokuhashi-original'))).toEqual(['primary'])
    const colorectal = withFacts('tumour', { primary: 'colorectal-unspecified' })
    expect(read(colorectal, 'tokuhashi-original')).toMatchObject({ kind: 'incomplete', between: [6, 7] })
    const chosen = withFacts('tumour', { primary: 'colorectal-unspecified', tokuhashiPrimary: 'rectum' })
    expect(read(chosen, 'tokuhashi-original')).toMatchObject({ kind: 'complete', total: 7 })
  })

  test('Mizumoto leaves the class of the tumour and hypercalcaemia to a clinician', () => {
    const reading = read(whole(), 'mizumoto')
    expect(missingOf(reading)).toEqual(['tumour', 'hypercalcaemia'])
    expect(reading).toMatchObject({ between: [3, 8] })
    expect(missingOf(read(without('fitness', 'ecog'), 'mizumoto'))).toContain('ecog')
    expect(missingOf(read(withFacts('care', { calciumRaised: 'yes' }), 'mizumoto'))).toEqual(['tumour'])
    expect(read(withFacts('care', { calciumRaised: 'yes' }), 'mizumoto')).toMatchObject({ between: [5, 8] })
    const high = { ...whole(), labs: { ...whole().labs, c: lab('calcium', 3.2, 'mmol/L') } }
    expect(missingOf(read(high, 'mizumoto'))).toContain('hypercalcaemia')
  })

  test('Rades 2013 is complete with seven items, and does not apply to ECOG 0 and 1', () => {
    expect(read(whole(), 'rades-2013')).toMatchObject({ kind: 'complete', total: 0 + 3 + 3 + 4 + 1 + 4 + 4 })
    expect(read(withFacts('fitness', { ecog: '1' }), 'rades-2013')).toMatchObject({ kind: 'not-applicable' })
    expect(missingOf(read(without('symptoms', 'deficitSpeed'), 'rades-2013'))).toEqual(['deficit'])
    expect(missingOf(read(without('clocks', 'confirmedAt'), 'rades-2013'))).toEqual(['interval'])
  })

  test.each([
    ['2025-08-23', 3],
    ['2025-08-22', 1],
    ['2025-08', undefined],
  ])('Rades 2013: diagnosed %s, compressed on 23-Nov-2026', (diagnosedOn, points) => {
    const line = read(withFacts('tumour', { diagnosedOn }), 'rades-2013').lines.find(({ item }) => item === 'interval')
    expect(line?.points ?? undefined).toBe(points)
  })

  test('other bone is open where a second vertebra has tumour and nothing is outside the spine', () => {
    expect(missingOf(read(withFacts('tumour', { extraspinalBone: 0 }), 'rades-2013'))).toEqual(['otherBone'])
    const single = { ...withFacts('tumour', { extraspinalBone: 0, vertebralCount: 1 }), lesions: { T7: level() } }
    expect(read(single, 'rades-2013')).toMatchObject({ kind: 'complete', total: 17 })
  })

  test('SOMAS takes neighbouring levels, the albumin in its unit, and an age', () => {
    expect(read(whole(), 'somas')).toMatchObject({ kind: 'complete', total: 2 })
    expect(read(whole(), 'somas', null, '1956-11-29')).toMatchObject({ kind: 'complete', total: 3 })
    expect(missingOf(read(whole(), 'somas', null, null))).toEqual(['age'])
    expect(missingOf(read(whole(), 'somas', null, '2012'))).toEqual(['age'])
    expect(missingOf(read(whole(), 'somas', null, '1956'))).toEqual(['age'])
    const apart = { ...whole(), lesions: { T7: level(), L2: level() } }
    expect(read(apart, 'somas')).toMatchObject({ kind: 'complete', total: 1 })
    expect(missingOf(read({ ...apart, tumour: without('tumour', 'vertebralCount').tumour ?? {} }, 'somas'))).toEqual([
      'levels',
    ])
  })

  test('a lookup knows the age of the patient and waits for the total', () => {
    expect(missingOf(read(whole(), 'rades-2008'))).toEqual(['total'])
    expect(missingOf(read(whole(), 'rades-ambulatory-elderly'))).toEqual(['total'])
    expect(read(whole(), 'rades-ambulatory-elderly', null, '1980-01-01')).toMatchObject({ kind: 'not-applicable' })
  })

  test('a score for cord compression says so where imaging excludes one', () => {
    const free = { ...whole(), lesions: { T7: level({ escc: '0' }), T8: level({ escc: '1a' }) } }
    const remarks = (sections: Sections) => read(sections, 'rades-2013').caveats.map(({ id }) => id)
    expect(remarks(free)).toContain('no_compression')
    expect(remarks(whole())).not.toContain('no_compression')
  })
})

describe('Neurology and pain, filled from a case', () => {
  test.each([
    ['independent', ['0', '1', '2', '3']],
    ['with-aid', ['2', '3', '4']],
  ])('Nurick leaves open what walking %s does not tell', (walking, grades) => {
    expect(read(withFacts('neurology', { walking }), 'nurick')).toMatchObject({ kind: 'incomplete', grades })
  })

  test('Nurick 5 for who does not walk', () => {
    expect(read(whole(), 'nurick')).toMatchObject({ kind: 'complete', grade: '5' })
  })

  test.each([
    ['independent', 5, 5, '1'],
    ['independent', 4, 5, '2'],
    ['with-aid', 5, 5, '2'],
    ['non-ambulatory', 2, 3, '3'],
    ['non-ambulatory', 1, 0, '4'],
    ['non-ambulatory', 1, 4, undefined],
    ['independent', 3, 5, undefined],
  ])('SCORAD of walking %s with %i and %i of 5', (walking, powerRightLeg, powerLeftLeg, grade) => {
    const reading = read(withFacts('neurology', { walking, powerRightLeg, powerLeftLeg }), 'scorad-walking')
    expect(reading.form === 'grade' && reading.kind === 'complete' ? reading.grade : undefined).toBe(grade)
  })

  test('SCORAD is open without the power of a leg', () => {
    expect(read(without('neurology', 'powerLeftLeg'), 'scorad-walking')).toMatchObject({ grades: ['3', '4'] })
  })

  test('AIS and worst pain as they were recorded', () => {
    expect(read(whole(), 'ais')).toMatchObject({ kind: 'complete', grade: 'C' })
    expect(read(whole(), 'pain-nrs')).toMatchObject({ kind: 'complete', grade: 'severe' })
    expect(missingOf(read(without('symptoms', 'worstPain'), 'pain-nrs'))).toEqual(['worst'])
  })
})

describe('Readings of a level, filled from a case', () => {
  test('risk factors of a fracture lack the dose of the plan alone', () => {
    expect(missingOf(read(whole(), 'fracture-after-sbrt', 'T7'))).toEqual(['dose'])
    expect(read(whole(), 'fracture-after-sbrt', 'T7')).toMatchObject({ between: [2, 3] })
    expect(read(whole(), 'fracture-after-sbrt', 'T8')).toMatchObject({ between: [2, 3] })
    const slipped = { ...whole(), lesions: { T7: level({ alignment: 'subluxation' }) } }
    expect(missingOf(read(slipped, 'fracture-after-sbrt', 'T7'))).toEqual(['dose', 'deformity'])
  })

  test('Genant by the measured height, else only where the class by eye leaves one grade', () => {
    expect(read(whole(), 'genant', 'T8')).toMatchObject({ kind: 'complete', grade: '2' })
    expect(read(whole(), 'genant', 'T7')).toMatchObject({ kind: 'incomplete', grades: ['0', '1', '2', '3'] })
    const over = { ...whole(), lesions: { T7: level({ collapse: 'gt50' }) } }
    expect(read(over, 'genant', 'T7')).toMatchObject({ kind: 'complete', grade: '3' })
    const differs = { ...whole(), lesions: { T7: { ...level(), collapsePercent: contested(22, 45) } } }
    expect(read(differs, 'genant', 'T7')).toMatchObject({ kind: 'incomplete', grades: ['1', '3'] })
  })
})

describe('Emergencies and drugs, filled from a case', () => {
  test('triage is red with new weakness, whatever is open', () => {
    expect(read(whole(), 'triage')).toMatchObject({ kind: 'complete', grade: 'RED' })
    const calm = withFacts('symptoms', { weakness: 'absent', gait: 'absent' })
    const amber = read({ ...calm, lesions: { T7: level({ escc: '1c' }) } }, 'triage')
    expect(amber).toMatchObject({ kind: 'incomplete' })
    expect(missingOf(amber)).toEqual(['caudaEquina'])
    const answers = Object.fromEntries(amber.lines.map(({ item, answer }) => [item, answer]))
    expect(answers).toMatchObject({ epidural: 'touched', residual: { measured: 40, unit: 'mL' }, deterioration: 'no' })
    expect(answers.pain).toBeUndefined()
  })

  test.each([
    ['complete-effacement', 'C', 'high-deficit'],
    ['complete-effacement', 'E', 'high'],
    ['partial', 'E', 'touched'],
    ['none', 'E', 'low'],
    [undefined, 'E', { oneOf: ['low', 'touched', 'high'] }],
  ])(
    'below the conus the cauda equina stands in the place of the grade: %s, Frankel %s',
    (caudaEquina, frankel, is) => {
      const sections = {
        ...withFacts('neurology', { frankel, ais: frankel }),
        lesions: {
          T8: level({ escc: '0' }),
          L3: facts({ involvement: 'certain', ...(caudaEquina && { caudaEquina }) }),
        },
      }
      const epidural = scoreOf(sections, 'triage').byCase.epidural
      expect(epidural).toMatchObject({ value: is })
    },
  )

  test('a level without any epidural answer leaves all above the others open, and none gives none', () => {
    const touched = { ...whole(), lesions: { T8: level({ escc: '1c' }), L3: facts({ involvement: 'certain' }) } }
    expect(scoreOf(touched, 'triage').byCase.epidural).toMatchObject({ value: { oneOf: ['touched', 'high-deficit'] } })
    const ungraded = { ...whole(), lesions: { L3: facts({ involvement: 'certain' }) } }
    expect(scoreOf(ungraded, 'triage').byCase.epidural).toBeUndefined()
  })

  test('a lost saddle sensation is a suspected cauda equina', () => {
    const reading = read(withFacts('neurology', { saddle: 'reduced' }), 'triage')
    expect(reading.lines.find(({ item }) => item === 'caudaEquina')).toMatchObject({ answer: 'yes' })
  })

  test('dexamethasone: offered with a deficit of a solid tumour, stopped where compression is excluded', () => {
    expect(read(whole(), 'steroid')).toMatchObject({ kind: 'complete', findings: [{ id: 'offer' }] })
    const free = { ...whole(), lesions: { T7: level({ escc: '0' }) } }
    expect(read(free, 'steroid')).toMatchObject({ findings: [{ id: 'stop' }] })
    expect(missingOf(read(without('tumour', 'primary'), 'steroid'))).toEqual(['tumour'])
  })

  test('lymphoma without tissue is possible, and confirmed only with it', () => {
    const of = (tissueProven: string) => read(withFacts('tumour', { primary: 'lymphoma', tissueProven }), 'steroid')
    expect(of('no').lines.find(({ item }) => item === 'tumour')).toMatchObject({ answer: 'possible-lymphoma' })
    expect(of('yes').lines.find(({ item }) => item === 'tumour')).toMatchObject({ answer: 'haematological' })
  })

  test('the checklist of a course never takes what is not written for not done', () => {
    const reading = read(whole(), 'steroid-record')
    expect(missingOf(reading)).toEqual(['started', 'glucose', 'infection', 'delirium'])
    expect(missingOf(read({ ...whole(), medicines: {} }, 'steroid-record'))).toContain('dose')
  })

  test('a bone-modifying drug by its name, and the clearance in its class', () => {
    expect(missingOf(read(whole(), 'bone-agents'))).toEqual(['hypocalcaemia'])
    const zometa = { ...whole(), therapies: { a: facts({ drug: 'Zometa', given: 'planned' }) } }
    const lines = read(zometa, 'bone-agents').lines
    expect(lines.find(({ item }) => item === 'drug')).toMatchObject({ answer: 'zoledronate' })
    expect(lines.find(({ item }) => item === 'clearance')?.finding).toContain('30–60 mL/min')
    const raised = withFacts('care', { calciumVitaminD: 'no', calciumRaised: 'yes' })
    const given = read(raised, 'bone-agents').lines.find(({ item }) => item === 'supplement')
    expect(given).toMatchObject({ answer: 'yes' })
    const ended = { ...whole(), therapies: { a: facts({ drug: 'Zometa', given: 'no' }) } }
    expect(missingOf(read(ended, 'bone-agents'))).toContain('drug')
  })
})
