import { describe, expect, test } from 'vitest'
import { heldBack, instruments } from '@/lib/clinical/instruments/instruments'
import type { Vertebra } from '@/lib/clinical/spine'
import type { CaseFile } from '../case-file'
import type { FactView } from '../facts'
import { prognosisScores } from '../prognosis-readings'
import { readingsOf } from '../readings'
import { caseScores, levelScores, scoreField } from '../sections/scores'
import { contested, fact, facts } from '../testing-facts'
import { furtherScore, furtherScores } from './further-scores'

const today = '2026-11-29'
type Sections = Record<string, Record<string, Record<string, FactView>>>

const fileOf = (sections: Sections, bornOn: string | null = '1960-05-01') =>
  ({ facts: sections, patient: { bornOn }, timeZone: 'Europe/London' }) as unknown as CaseFile

const lab = (name: string, value: number, unit: string) => ({
  ...facts({ test: name, takenOn: '2026-11-20' }),
  value: { ...fact(value), unit },
})

const level = (more: Record<string, unknown> = {}) =>
  facts({ involvement: 'certain', collapse: 'lt50', lesion: 'lytic', alignment: 'normal', escc: '2', ...more })

/** A case of which all is told that any of these scores takes. */
const whole = (): Sections => ({
  tumour: {
    '': facts({
      primary: 'kidney',
      visceral: 'removable',
      brain: 'no',
      extraspinalBone: 2,
      vertebralCount: 2,
      chemotherapyBefore: 'no',
      tissueProven: 'yes',
      diagnosedOn: '2025-01-10',
    }),
  },
  fitness: { '': facts({ ecog: '2', kps: 60, assessedOn: '2026-11-24' }) },
  neurology: {
    '': facts({
      examinedOn: '2026-11-24',
      ...{ walking: 'non-ambulatory', frankel: 'C', ais: 'C', powerRightLeg: 2, powerLeftLeg: 3, residual: 40 },
    }),
  },
  symptoms: {
    '': facts({
      ...{ weakness: 'present', gait: 'present', sensoryLoss: 'absent', sphincter: 'absent', radicularPain: 'absent' },
      ...{ cordSigns: 'absent', deficitSpeed: '2-7d', worstPain: 7 },
    }),
  },
  clocks: { '': facts({ confirmedAt: '2026-11-23T10:00+00:00' }) },
  lesions: {
    T7: level(),
    T8: level({ collapse: 'none', collapsePercent: 30, lesion: 'blastic', alignment: 'deformity' }),
  },
  labs: { a: lab('albumin', 40, 'g/L'), b: lab('clearance', 45, 'mL/min') },
  therapies: { a: facts({ drug: 'Denosumab 120 mg', given: 'yes', kind: 'bone' }) },
  medicines: {
    a: {
      ...facts({ drug: 'dexamethasone', purpose: 'steroid', taper: 'over 7 d' }),
      dose: { ...fact(16), unit: 'mg' },
    },
  },
  care: {
    '': facts({ dentalCheck: 'yes', calciumVitaminD: 'yes', gastroprotection: 'yes', worseDuringRadiation: 'no' }),
  },
})

const scoreOf = (sections: Sections, id: string, at: Vertebra | null = null, bornOn?: string | null) => {
  const found = furtherScore(fileOf(sections, bornOn === undefined ? '1960-05-01' : bornOn), today, id, at)
  if (!found) throw new Error(`${id} is no further score`)
  return found
}
const read = (sections: Sections, id: string, at: Vertebra | null = null, bornOn?: string | null) =>
  scoreOf(sections, id, at, bornOn).reading
const missingOf = (reading: ReturnType<typeof read>) =>
  reading.kind === 'incomplete' ? reading.missing.map(({ item }) => item) : []

/** The case without one fact. */
const without = (section: string, field: string): Sections => {
  const all = whole()
  const { [field]: _, ...others } = all[section]?.[''] ?? {}
  return { ...all, [section]: { ...all[section], '': others } }
}
const withFacts = (section: string, values: Record<string, unknown>): Sections => {
  const all = whole()
  return { ...all, [section]: { ...all[section], '': { ...all[section]?.[''], ...facts(values) } } }
}

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
    const ended = { ...whole(), therapies: { a: facts({ drug: 'Zometa', given: 'no' }) } }
    expect(missingOf(read(ended, 'bone-agents'))).toContain('drug')
  })
})

const [mizumoto] = caseScores.filter(({ id }) => id === 'mizumoto')
const [genant] = levelScores.filter(({ id }) => id === 'genant')
const placeOf = (instrument: typeof mizumoto, item: string) => (instrument ? scoreField(instrument, item) : '')

describe('Answers that a person gave for a score', () => {
  const answered = (values: Record<string, unknown>): Sections => ({
    ...whole(),
    scores: {
      '': Object.fromEntries(
        Object.entries(values).map(([item, value]) => [
          placeOf(mizumoto, item),
          { ...fact(value), refersOn: '2026-11-27' },
        ]),
      ),
    },
  })

  test('complete the reading and carry their person and day', () => {
    const { reading, differences } = scoreOf(answered({ tumour: 'favourable', hypercalcaemia: 'no' }), 'mizumoto')
    expect(reading).toMatchObject({ kind: 'complete', total: 3 })
    expect(reading.lines.find(({ item }) => item === 'tumour')?.from).toMatchObject({
      by: 'E. Wyndlass',
      refersOn: '2026-11-27',
    })
    expect(differences).toEqual([])
  })

  test('stand before the case, and say where it says otherwise', () => {
    const { reading, differences } = scoreOf(
      answered({ tumour: 'favourable', hypercalcaemia: 'no', ecog: 3 }),
      'mizumoto',
    )
    expect(reading).toMatchObject({ kind: 'complete', total: 6 })
    expect(differences).toMatchObject([{ item: 'ecog', given: '3', byCase: '2' }])
  })

  test('are no difference where they fall into the same class', () => {
    const { differences } = scoreOf(answered({ ecog: 1, age: 'under71' }), 'mizumoto')
    expect(differences).toEqual([])
  })

  test('are none once taken back', () => {
    const taken = answered({ tumour: 'favourable' })
    const field = placeOf(mizumoto, 'tumour')
    const back = { ...taken, scores: { '': { [field]: fact(null, 'withdrawn') } } }
    expect(missingOf(read(back, 'mizumoto'))).toContain('tumour')
  })

  test('stay possible each where two sources differ', () => {
    const field = placeOf(mizumoto, 'tumour')
    const apart = { ...whole(), scores: { '': { [field]: contested('favourable', 'unfavourable') } } }
    expect(read(apart, 'mizumoto')).toMatchObject({ between: [3, 8] })
  })

  test('belong to their level, also to one that is no longer involved', () => {
    const height = placeOf(genant, 'height')
    const sections = { ...whole(), scoresByLevel: { L4: { [height]: fact({ measured: 41, unit: '%' }) } } }
    expect(read(sections, 'genant', 'L4')).toMatchObject({ kind: 'complete', grade: '3' })
    expect(read(sections, 'genant', 'T8')).toMatchObject({ grade: '2' })
  })
})
