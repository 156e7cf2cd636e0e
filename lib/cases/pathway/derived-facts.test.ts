import { describe, expect, test } from 'vitest'
import { packsAsShipped } from '@/lib/clinical/pathway/packs'
import type { CaseFile } from '../case-file'
import { readingsOf } from '../readings'
import { contested, fact, facts } from '../testing-facts'
import { careAskedNow } from './asked-now'
import { readPathway } from './case-pathway'
import { noCourse } from './course'

const now = '2026-11-24T14:00:00Z'
const fileOf = (sections: Record<string, unknown>, more: Partial<CaseFile> = {}): CaseFile =>
  ({
    ...{ timeZone: 'Europe/London', patient: { bornOn: '1956-03-01', diedOn: null }, facts: sections, ...more },
  }) as unknown as CaseFile
const pathwayOf = (file: CaseFile) => {
  const terms = { packs: packsAsShipped, signed: [], exceptions: [], course: noCourse }
  return readPathway(file, readingsOf(file), terms, now)
}
const told = (sections: Record<string, unknown>) => pathwayOf(fileOf(sections)).facts
const care = (known: Record<string, unknown>) => ({ care: { '': facts(known) } })
const visit = (on: string, known: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(facts(known)).map(([field, one]) => [field, { ...one, refersOn: on }]))

describe('answers on care and checks', () => {
  test('yes and no are told as they are, and what is open or not assessed is neither', () => {
    expect(told(care({ gastroprotection: 'yes' })).gastroprotection).toBe(true)
    expect(told(care({ gastroprotection: 'no' })).gastroprotection).toBe(false)
    expect(told({}).gastroprotection).toBe(null)
    expect(told({ care: { '': { gastroprotection: fact(null, 'not-assessed') } } }).gastroprotection).toBe(null)
  })

  test('where sources differ both answers stay possible', () => {
    expect(told({ care: { '': { collar: contested('yes', 'no') } } }).collar).toEqual({ oneOf: [true, false] })
  })

  test('an answer that differs from what the case says by itself settles nothing', () => {
    const severe = { symptoms: { '': facts({ mechanicalPain: 'absent' }) } }
    expect(told({ ...severe }).severePainOnMovement).toBe(false)
    expect(told({ ...severe, ...care({ severePainOnMovement: 'yes' }) }).severePainOnMovement).toEqual({
      oneOf: [true, false],
    })
  })

  test('expected survival is told in months and in weeks, whichever was typed', () => {
    const survival = (value: number, unit: string) =>
      told({ care: { '': { expectedSurvival: { ...fact(value), unit } } } })
    expect(survival(3, 'months').lifeMonths).toBe(3)
    expect(survival(3, 'months').lifeWeeks).toBeCloseTo(13.04, 2)
    expect(survival(4, 'weeks').lifeWeeks).toBe(4)
    expect(survival(4, 'weeks').lifeMonths).toBeCloseTo(0.92, 2)
  })

  test('the set of tests before surgery is whole with the laboratory and the rest, and open while nobody told the rest', () => {
    const tests = ['haemoglobin', 'platelets', 'inr', 'creatinine', 'calcium', 'albumin']
    const labs = Object.fromEntries(tests.map((test) => [test, facts({ test, takenOn: '2026-11-20', result: 1 })]))
    expect(told({ labs }).preoperativeSet).toBe(null)
    expect(told({ labs, ...care({ preoperativeRest: 'yes' }) }).preoperativeSet).toBe(true)
    expect(told(care({ preoperativeRest: 'yes' })).preoperativeSet).toBe(false)
  })
})

describe('what the case says by itself', () => {
  const normal = {
    ...{ powerRightArm: 5, powerLeftArm: 5, powerRightLeg: 5, powerLeftLeg: 5, walking: 'independent' },
    ...{ sensation: 'normal', saddle: 'normal', bladder: 'normal', bowel: 'normal' },
  }
  const examined = (more: Record<string, unknown>) => told({ neurology: { '': facts({ ...normal, ...more }) } })

  test('an examination is normal where every finding is, and one that is not decides it', () => {
    expect(examined({}).examinationNormal).toBe(true)
    expect(examined({ powerLeftLeg: 4 }).examinationNormal).toBe(false)
    expect(told({ neurology: { '': facts({ bladder: 'retention' }) } }).examinationNormal).toBe(false)
    expect(told({ neurology: { '': facts({ bladder: 'normal' }) } }).examinationNormal).toBe(null)
  })

  test('a steroid was begun before imaging only where that is sure', () => {
    const given = (since: string, mriDoneAt: string) =>
      told({
        medicines: { m1: facts({ drug: 'dexamethasone', purpose: 'steroid', since }) },
        clocks: { '': facts({ mriDoneAt }) },
      }).steroidBeforeImaging
    expect(given('2026-11-20', '2026-11-21T09:00+00:00')).toBe(true)
    expect(given('2026-11-22', '2026-11-21T09:00+00:00')).toBe(false)
    expect(given('2026-11-21', '2026-11-21T09:00+00:00')).toBe(null)
  })

  test('a steroid from before imaging is held against a case only where every level excludes compression', () => {
    const weak = (lesions: Record<string, unknown>) =>
      pathwayOf(
        fileOf({
          ...{
            lesions,
            symptoms: { '': facts({ weakness: 'present' }) },
            clocks: { '': facts({ mriDoneAt: '2026-11-22' }) },
          },
          medicines: { m1: facts({ drug: 'dexamethasone', purpose: 'steroid', since: '2026-11-20' }) },
        }),
      )
    const saysOn = (id: string, lesions: Record<string, unknown>) =>
      weak(lesions).readings.find(({ rule }) => rule.id === id)?.outcome
    const [free, partly, touched, compressed] = [
      { L3: facts({ involvement: 'certain', caudaEquina: 'none' }) },
      { L3: facts({ involvement: 'certain', caudaEquina: 'partial' }) },
      { T8: facts({ involvement: 'certain', escc: '1c' }) },
      { L3: facts({ involvement: 'certain', caudaEquina: 'complete-effacement' }) },
    ]
    expect(saysOn('PW-STR-02', free)).toMatchObject({ kind: 'raised', says: 'The steroid is still given.' })
    expect(saysOn('PW-STR-02', compressed)).toEqual({ kind: 'not-applicable' })
    for (const open of [partly, touched]) {
      expect(saysOn('PW-STR-02', open)).toEqual({
        ...{ kind: 'cannot-evaluate', gaps: [{ fact: 'msccExcluded', why: 'borderline' }] },
      })
      expect(saysOn('PW-SUR-01', open)).toEqual({
        ...{ kind: 'cannot-evaluate', gaps: [{ fact: 'mscc', why: 'borderline' }] },
      })
    }
    expect(saysOn('PW-STR-02', { L3: facts({ involvement: 'certain' }) })?.kind).toBe('cannot-evaluate')
  })

  test('a drug with an interval that is or was given has a last dose, recorded or not; one that is planned has none', () => {
    const line = (known: Record<string, unknown>) =>
      told({ therapies: { t1: facts({ holdAgent: 'bevacizumab', ...known }) } })['last-bevacizumab']
    expect(line({ given: 'yes' })).toBe('')
    expect(line({})).toBe('')
    expect(line({ given: 'no', lastDose: '2026-10-01' })).toBe('2026-10-01')
    expect(line({ given: 'planned' })).toBe(null)
    expect(told({})['last-bevacizumab']).toBe(null)
  })

  test('radicular pain alone is a neurological feature and no deficit', () => {
    const absent = {
      weakness: 'absent',
      gait: 'absent',
      sensoryLoss: 'absent',
      sphincter: 'absent',
      cordSigns: 'absent',
    }
    const symptoms = (more: Record<string, unknown>) => {
      const { neuroFeature, neuroDeficit } = told({ symptoms: { '': facts({ ...absent, ...more }) } })
      return [neuroFeature, neuroDeficit]
    }
    expect(symptoms({ radicularPain: 'present' })).toEqual([true, false])
    expect(symptoms({ radicularPain: 'present', gait: 'present' })).toEqual([true, true])
    expect(told({ symptoms: { '': facts({ radicularPain: 'present' }) } }).neuroDeficit).toBe(null)
  })

  test('sagittal T1 is that of the newest MRI, and STIR is none', () => {
    const sequences = (...named: string[]) =>
      told({ imaging: { i1: facts({ modality: 'mri', doneOn: '2026-11-20', sequences: named }) } })
    expect(sequences('sagittal-stir', 'sagittal-t2').mriPlainT1).toBe(false)
    expect(sequences('sagittal-stir', 'sagittal-t2').mriSagittalT1).toBe(true)
    expect(sequences('sagittal-t1').mriPlainT1).toBe(true)
    expect(told({ imaging: { i1: facts({ modality: 'mri', doneOn: '2026-11-20' }) } }).mriPlainT1).toBe(null)
  })

  test('calcium is told in mg/dL only where it was recorded so, as only there the figure of that unit counts', () => {
    const calcium = (value: number, unit: string) =>
      told({
        labs: {
          c1: {
            ...facts({ test: 'calcium', takenOn: '2026-11-23', corrected: 'yes' }),
            value: { ...fact(value), unit },
          },
        },
      })
    expect(calcium(14, 'mg/dL').adjustedCalciumMg).toBe(14)
    expect(calcium(14, 'mg/dL').adjustedCalcium).toBeCloseTo(3.493, 3)
    expect(calcium(3.6, 'mmol/L').adjustedCalciumMg).toBe(null)
  })

  test('a prognosis by a model of the Dutch guideline is van der Linden here, or one that is named elsewhere', () => {
    const elsewhere = (tool: string) => told({ externalPrognosis: { p1: facts({ tool, aliveAt90Days: 72 }) } })
    expect(elsewhere('Bollen 2014, web form').dutchPrognosis).toBe(true)
    expect(elsewhere('SORG-ML').dutchPrognosis).toBe(null)
    const scored = told({
      ...{ tumour: { '': facts({ primary: 'breast', visceral: 'none' }) }, fitness: { '': facts({ kps: 80 }) } },
    })
    expect(scored.dutchPrognosis).toBe(true)
  })

  test('pain of 7 or more counts twice on two days, once it is open, and below it is a no', () => {
    const pain = (worst: number, later?: number) =>
      told({
        symptoms: { '': { worstPain: { ...fact(worst), refersOn: '2026-11-20' } } },
        ...(later === undefined ? {} : { visit: { v1: visit('2026-11-22', { pain: later }) } }),
      }).painTwice
    expect([pain(8, 7), pain(8), pain(8, 3), pain(3)]).toEqual([true, null, null, false])
  })

  test('a visit counts for the contact that lies nearest', () => {
    const ended = { clocks: { '': facts({ radiationEndedAt: '2026-09-01' }) } }
    const contact = (on: string) => {
      const known = told({ ...ended, visit: { v1: visit(on, { pain: 3, walking: 'independent', events: ['none'] }) } })
      return [known.contactWeek2At, known.contactWeek4At, known.contactWeek8At, known.contactWeek12At].indexOf(on)
    }
    expect(['2026-09-15', '2026-09-22', '2026-09-23', '2026-10-27', '2026-11-17'].map(contact)).toEqual([0, 0, 1, 2, 3])
  })

  test('a visit counts for the week of the outcome, and after an operation for the sixth week, that lies nearest', () => {
    const treated = { clocks: { '': facts({ radiationStartedAt: '2026-08-01', operationAt: '2026-08-01' }) } }
    const seen = (on: string, answer: Record<string, unknown> = { walking: 'independent', events: ['none'] }) =>
      told({ ...treated, visit: { v1: visit(on, answer) } })
    const outcome = (on: string) => {
      const { outcomeWeek4At, outcomeWeek8At, outcomeWeek12At } = seen(on)
      return [outcomeWeek4At, outcomeWeek8At, outcomeWeek12At].indexOf(on)
    }
    const days = ['2026-08-18', '2026-08-19', '2026-09-12', '2026-09-13', '2026-10-10', '2026-10-11', '2026-11-21']
    expect(days.map(outcome)).toEqual([-1, 0, 0, 1, 1, 2, 2])
    expect(seen('2026-09-12', { pain: 3 }).outcomeWeek4At).toBe(null)
    expect(seen('2026-08-29').woundWeek6At).toBe(null)
    expect(seen('2026-08-30').woundWeek6At).toBe('2026-08-30')
  })
})

describe('what the form asks', () => {
  const asked = (sections: Record<string, unknown>) => careAskedNow(pathwayOf(fileOf(sections)))
  const onSteroid = { medicines: { m1: facts({ drug: 'dexamethasone', purpose: 'steroid' }) } }

  test('is what a rule that applies lacks, and of the other rules nothing', () => {
    expect(asked(onSteroid)).toContain('gastroprotection')
    expect(asked({})).not.toContain('collar')
    expect(asked(care({ cervicalInstability: 'yes' }))).toContain('collar')
    expect(asked(care({ cervicalInstability: 'no' }))).not.toContain('collar')
  })

  test('is not asked again once it is answered, but for a no, which the rule still holds against the case', () => {
    expect(asked({ ...onSteroid, ...care({ gastroprotection: 'yes' }) })).not.toContain('gastroprotection')
    expect(asked({ ...onSteroid, ...care({ gastroprotection: 'no' }) })).toContain('gastroprotection')
  })

  test('is nothing of the time after an act that nobody recorded', () => {
    expect(asked({})).not.toContain('worseDuringRadiation')
    expect(asked({ clocks: { '': facts({ radiationStartedAt: '2026-11-20' }) } })).toContain('worseDuringRadiation')
  })
})
