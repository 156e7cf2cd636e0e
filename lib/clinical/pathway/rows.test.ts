import { describe, expect, test } from 'vitest'
import { primaryGroups } from '../primary-kinds'
import { type PathwayFacts, someTime } from './condition'
import { evaluateRule, type Outcome } from './evaluate'
import type { PathwayRule } from './rule'
import { pathwayRules } from './rules'

const now = '2026-11-29T09:00:00Z'
const outcomeOf = (id: string, facts: PathwayFacts): Outcome =>
  evaluateRule(pathwayRules.find((one) => one.id === id) as PathwayRule, { facts, now, timeZone: 'Europe/London' })
    .outcome
const kindOf = (id: string, facts: PathwayFacts) => outcomeOf(id, facts).kind

describe('PW-HLD: the interval to an operation', () => {
  const surgery: PathwayFacts = { option: 'surgery', urgency: 'elective', plannedOperationAt: '2026-11-30' }
  const noDose = Object.fromEntries(
    ['bevacizumab', 'ramucirumab', 'aflibercept', 'axitinib'].map((agent) => [`last-${agent}`, null]),
  )

  test('an agent that is given without a last dose is no agent that is not given: it cannot be told', () => {
    const given = { ...surgery, ...noDose, 'last-bevacizumab': someTime }
    expect(outcomeOf('PW-HLD-01', given)).toEqual({
      ...{ kind: 'cannot-evaluate', gaps: [{ fact: 'last-bevacizumab', why: 'no-time' }] },
    })
    expect(kindOf('PW-HLD-01', { ...surgery, ...noDose })).toBe('not-applicable')
  })

  test('of 24 or 48 h nothing is said while a day has no hour, unless every hour of it says the same', () => {
    const axitinib = (lastDose: string, plannedOperationAt: string | null = '2026-11-29') => ({
      ...{ ...surgery, ...noDose, 'last-axitinib': lastDose, plannedOperationAt },
    })
    const lacksHour = (fact: string) => ({
      ...{ kind: 'cannot-evaluate', gaps: expect.arrayContaining([{ fact, why: 'no-hour' }]) },
    })
    expect(outcomeOf('PW-HLD-16', axitinib('2026-11-28'))).toEqual(lacksHour('last-axitinib'))
    expect(kindOf('PW-HLD-16', axitinib('2026-11-29'))).toBe('raised')
    expect(kindOf('PW-HLD-16', axitinib('2026-11-27'))).toBe('met')
    expect(kindOf('PW-HLD-15', axitinib('2026-11-28'))).toBe('raised')
    expect(kindOf('PW-HLD-15', axitinib('2026-11-27'))).toBe('cannot-evaluate')
    expect(kindOf('PW-HLD-15', axitinib('2026-11-26'))).toBe('met')
    expect(outcomeOf('PW-HLD-16', axitinib('2026-11-28T08:00:00Z'))).toEqual(lacksHour('plannedOperationAt'))
    expect(kindOf('PW-HLD-16', axitinib('2026-11-28T08:59:59Z', null))).toBe('met')
    expect(kindOf('PW-HLD-16', axitinib('2026-11-28T09:00:01Z', null))).toBe('raised')
  })

  test('a text that counts weeks counts the days of the calendar', () => {
    const bevacizumab = (lastDose: string) => ({ ...surgery, ...noDose, 'last-bevacizumab': lastDose })
    expect(kindOf('PW-HLD-01', bevacizumab('2026-11-02'))).toBe('met')
    expect(kindOf('PW-HLD-01', bevacizumab('2026-11-03'))).toBe('raised')
  })
})

test('PW-SUR-03: 48 h of paralysis cannot be told from a day that lies two days back', () => {
  const since = (paralysedAt: string) =>
    kindOf('PW-SUR-03', { option: 'surgery', completeParalysis: true, paralysedAt })
  expect(['2026-11-26', '2026-11-27', '2026-11-28'].map(since)).toEqual(['raised', 'cannot-evaluate', 'met'])
})

test('PW-BMA-02: lung, renal and every other solid tumour, not those that PW-BMA-01 and -03 are about', () => {
  const said = primaryGroups.map((primary) => [
    primary,
    kindOf('PW-BMA-02', { primary, spinalMetastases: true, lifeMonths: 3 }),
  ])
  expect(Object.fromEntries(said)).toEqual({
    ...{ breast: 'not-applicable', prostate: 'not-applicable', myeloma: 'not-applicable', lymphoma: 'not-applicable' },
    ...{
      lung: 'raised',
      kidney: 'raised',
      thyroid: 'raised',
      melanoma: 'raised',
      colorectal: 'raised',
      liver: 'raised',
    },
    ...{ other: 'raised', unknown: 'cannot-evaluate' },
  })
})

describe('PW-RT-01: compression that is not for surgery', () => {
  const decided: PathwayFacts = { option: 'radiation', decidedAt: '2026-11-27T09:00:00Z', radiationStartedAt: null }
  const says = (more: PathwayFacts) => kindOf('PW-RT-01', { ...decided, mscc: true, operatedAt: null, ...more })

  test('is overdue a day after the decision', () => expect(says({})).toBe('overdue'))

  test('is none of radicular pain alone, nor of who was operated', () => {
    expect(says({ mscc: false, neuroFeature: true })).toBe('not-applicable')
    expect(says({ mscc: null, neuroFeature: true })).toBe('cannot-evaluate')
    expect(says({ operatedAt: '2026-11-26' })).toBe('not-applicable')
  })

  test('nor is its figure on one fraction (PW-RT-15)', () => {
    const single = { ...decided, doseGy: 8, fractions: 1, lifeMonths: 7, neuroFeature: true }
    expect(kindOf('PW-RT-15', { ...single, mscc: true })).toBe('raised')
    expect(kindOf('PW-RT-15', { ...single, mscc: false })).toBe('not-applicable')
  })
})

describe('PW-RT-14: a dose or a number of fractions that cannot be', () => {
  test.each([
    [2.5, 40, 'fractions'],
    [0, 40, 'fractions'],
    [2, 0, 'cordDmaxGy'],
  ])('%d fractions with %d Gy to the cord are not within a limit', (fractions, cordDmaxGy, fact) => {
    const facts: PathwayFacts = { option: 'radiation', technique: 'sbrt', irradiatedHere: false }
    expect(outcomeOf('PW-RT-14', { ...facts, fractions, cordDmaxGy })).toMatchObject({
      ...{ kind: 'cannot-evaluate', gaps: expect.arrayContaining([{ fact, why: 'not-exact' }]) },
    })
  })
})

describe('PW-BMA-12: raised calcium', () => {
  const calcium = (more: PathwayFacts) =>
    outcomeOf('PW-BMA-12', { adjustedCalciumMg: null, calciumRaised: true, calciumSymptoms: false, ...more })
  const says = (band: string) => ({ kind: 'raised', severity: 'WARN', says: expect.stringMatching(`^${band}`) })

  test('is urgent from 3.5 mmol/L and from 14 mg/dL, each as the source prints it', () => {
    expect(calcium({ adjustedCalcium: 3.5 })).toEqual(says('Severe'))
    expect(calcium({ adjustedCalcium: 3.49 }).kind).toBe('met')
    const inMg = (value: number) => calcium({ adjustedCalciumMg: value, adjustedCalcium: value / 4.008 })
    expect(inMg(14)).toEqual(says('Severe'))
    expect(inMg(13.9).kind).toBe('met')
  })

  test('with symptoms is mild under 3.0, moderate under 3.5 mmol/L, and of no band while nobody measured it', () => {
    const withSymptoms = (adjustedCalcium: number | null) => calcium({ calciumSymptoms: true, adjustedCalcium })
    expect(withSymptoms(2.99)).toEqual(says('Mild'))
    expect(withSymptoms(3)).toEqual(says('Moderate'))
    expect(withSymptoms(3.49)).toEqual(says('Moderate'))
    expect(withSymptoms(3.5)).toEqual(says('Severe'))
    expect(withSymptoms(null)).toEqual(says('Urgent'))
  })

  test('takes the supplements away at either figure (PW-BMA-07)', () => {
    const given = { boneAgent: true, calciumVitaminD: null, calciumRaised: true, calciumSymptoms: false }
    expect(outcomeOf('PW-BMA-07', { ...given, adjustedCalcium: 3.493, adjustedCalciumMg: 14 })).toMatchObject({
      ...{ kind: 'exception', supersededBy: 'PW-BMA-12' },
    })
  })
})

describe('after treatment', () => {
  const partsOf = (id: string, facts: PathwayFacts) =>
    evaluateRule(pathwayRules.find((one) => one.id === id) as PathwayRule, {
      ...{ facts, now, timeZone: 'Europe/London' },
    }).checks.map(({ outcome }) => outcome.kind)

  test('PW-FU-03 looks at 1, 4, 8 and 12 weeks', () => {
    const treated = { mscc: true, radiationStartedAt: '2026-09-01', operatedAt: null, treatedAt: '2026-09-01' }
    const seen = {
      outcomeWeek1At: '2026-09-08',
      outcomeWeek4At: '2026-09-29',
      outcomeWeek8At: null,
      outcomeWeek12At: null,
    }
    expect(partsOf('PW-FU-03', { ...treated, ...seen })).toEqual(['met', 'met', 'overdue', 'overdue'])
    expect(kindOf('PW-FU-03', { ...treated, ...seen, outcomeWeek1At: null })).toBe('raised')
    expect(kindOf('PW-FU-03', { ...treated, ...seen })).toBe('met')
  })

  test('PW-FU-05 looks at 2 and at 6 weeks', () => {
    const seen = (woundWeek6At: string | null, operatedAt = '2026-10-01') =>
      partsOf('PW-FU-05', { operatedAt, woundSeenAt: '2026-10-14', woundWeek6At })
    expect(seen('2026-11-12')).toEqual(['met', 'met'])
    expect(seen('2026-11-13')).toEqual(['met', 'late'])
    expect(seen(null)).toEqual(['met', 'overdue'])
  })
})

describe('the Dutch guideline', () => {
  test('PW-NL-06 asks for sagittal T1, which STIR is not', () => {
    const mri = { mriRecorded: true, mriWholeSpine: true, mriSagittalT1: true, mriSagittalT2: true, mriAxial: true }
    expect(kindOf('PW-NL-06', { ...mri, mriPlainT1: true })).toBe('met')
    expect(outcomeOf('PW-NL-06', { ...mri, mriPlainT1: false })).toMatchObject({ says: 'Sagittal T1 is missing.' })
  })

  test('PW-NL-08 asks for one of the models that it names', () => {
    expect(kindOf('PW-NL-08', { prognosis: true, dutchPrognosis: null })).toBe('raised')
    expect(kindOf('PW-NL-08', { prognosis: true, dutchPrognosis: true })).toBe('met')
  })

  test('PW-NL-10 prefers surgery for who is fit and lives long enough, when stable only of a tumour that is not chemosensitive', () => {
    const unstable: PathwayFacts = {
      ...{ unstable: true, worseDuringRadiation: false, epiduralProgress: false, lifeMonths: 3 },
      ...{ surgeryUnsuitable: false, verySensitiveTumour: true, surgeryDiscussed: false, surgeryKind: 'major' },
    }
    const says = (more: PathwayFacts) => kindOf('PW-NL-10', { ...unstable, ...more })
    expect(says({})).toBe('raised')
    expect(says({ lifeMonths: 2.9 })).toBe('not-applicable')
    expect(says({ surgeryUnsuitable: true })).toBe('not-applicable')
    expect(says({ surgeryUnsuitable: null })).toBe('cannot-evaluate')
    const stable = { unstable: false, epiduralProgress: true }
    expect(says(stable)).toBe('not-applicable')
    expect(says({ ...stable, verySensitiveTumour: false })).toBe('raised')
    expect(says({ surgeryKind: 'combined', lifeMonths: 5.9 })).toBe('not-applicable')
    expect(says({ surgeryKind: 'combined', lifeMonths: 6 })).toBe('raised')
  })

  const radicular = { neuroFeature: true, neuroDeficit: false, radicularDeficit: false, mscc: false }

  test('PW-NL-11, -12 and -15 take radicular pain for pain, and a radicular deficit for a deficit', () => {
    const pain = {
      ...radicular,
      option: 'radiation',
      painFeature: true,
      doseGy: 20,
      fractions: 5,
      scheduleReason: false,
    }
    const says = (more: PathwayFacts) =>
      ['PW-NL-11', 'PW-NL-12', 'PW-NL-15'].map((id) =>
        kindOf(id, { ...pain, lifeMonths: 6, goodPerformance: true, rehabilitationPhysician: false, ...more }),
      )
    expect(says({})).toEqual(['raised', 'not-applicable', 'not-applicable'])
    for (const deficit of [{ radicularDeficit: true }, { neuroDeficit: true }])
      expect(says(deficit)).toEqual(['not-applicable', 'raised', 'raised'])
  })

  test('PW-NL-14 does not let severe progressive pain wait', () => {
    const calm = { deficitProgressive: false, unstable: false, boardPrompt: false }
    const says = (progressivePain: boolean, worstPain: number) =>
      outcomeOf('PW-NL-14', { ...calm, progressivePain, worstPain })
    expect(says(true, 7)).toMatchObject({ kind: 'raised', severity: 'STOP' })
    expect(says(true, 6).kind).toBe('not-applicable')
    expect(says(false, 10).kind).toBe('not-applicable')
  })
})
