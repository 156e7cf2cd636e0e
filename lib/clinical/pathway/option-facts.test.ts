import { describe, expect, test } from 'vitest'
import { eqd2 } from '../dose'
import { all, is } from './condition'
import { factsOfOption, isAugmentation, judges, overCase, withoutOption } from './option-facts'
import { asks, rule } from './rule'

type Stated = Parameters<typeof factsOfOption>[0]

const said = (optionType: string, parameters: Stated['parameters'] = {}, more: Partial<Stated> = {}) =>
  factsOfOption({ optionType, parameters, prerequisitesChecked: [], intents: [], urgency: null, ...more })

const gy = (value: number) => ({ value, unit: 'Gy' })

describe('what an option of radiation says', () => {
  test('is all that it states', () => {
    const stated = {
      ...{
        dose: gy(24),
        fractions: 2,
        cordMaxDose: gy(17),
        cordMaxDoseOf: 'sac',
        antiEmetic: true,
        dexamethasoneCover: true,
      },
      ...{ plannedStart: '2026-12-01', withoutSymptoms: 'Growing fast', risks: ['fracture'] },
    }
    const more = {
      prerequisitesChecked: ['evaluated'],
      intents: ['local-control'],
      urgency: 'soon',
      reason: 'Pain',
    } as const
    expect(
      said('sbrt-de-novo', stated, { ...more, prerequisitesChecked: ['evaluated'], intents: ['local-control'] }),
    ).toEqual({
      ...{ option: 'radiation', urgency: 'soon', technique: 'sbrt', doseGy: 24, fractions: 2, cordDmaxGy: 17 },
      ...{ radiationAim: ['local-control'], radiationReason: 'Growing fast', scheduleReason: true },
      ...{ stabilityEvaluated: true, sbrtEqd2Gy: eqd2({ totalGy: 17, fractions: 2 }, 'cord') },
      ...{ antiEmetic: true, dexamethasoneCover: true, plannedRadiationAt: '2026-12-01' },
      ...{ radiationAfterSurgery: false, woundDry: null, optionRisks: ['fracture'] },
    })
  })

  test('is no record where it has a place for one, and unknown where a value is left open', () => {
    expect(said('cebrt-single')).toEqual({
      ...{ option: 'radiation', urgency: null, technique: 'conventional', doseGy: null, fractions: null },
      ...{ cordDmaxGy: null, radiationAim: [], radiationReason: null, scheduleReason: false },
      ...{ stabilityEvaluated: false, sbrtEqd2Gy: null, antiEmetic: false, dexamethasoneCover: false },
      ...{ plannedRadiationAt: null, radiationAfterSurgery: false, woundDry: null, optionRisks: null },
    })
  })

  test('has no dose to the cord while its fractions or that dose are not stated', () => {
    expect(said('sbrt-de-novo', { cordMaxDose: gy(17) })).toMatchObject({ cordDmaxGy: 17, sbrtEqd2Gy: null })
    expect(said('sbrt-de-novo', { fractions: 2 })).toMatchObject({ fractions: 2, sbrtEqd2Gy: null })
  })

  test('has a dose to the thecal sac only where the maximum was measured there', () => {
    const measured = (of: object) => said('sbrt-reirradiation', { cordMaxDose: gy(10), fractions: 2, ...of })
    expect(measured({ cordMaxDoseOf: 'sac' })).toMatchObject({ cordDmaxGy: 10, sbrtEqd2Gy: 17.5 })
    for (const of of [{ cordMaxDoseOf: 'cord' }, { cordMaxDoseOf: 'prv' }, {}])
      expect(measured(of)).toMatchObject({ cordDmaxGy: 10, sbrtEqd2Gy: null })
  })

  test('takes nothing for a dose that is none in Gy', () => {
    expect(said('sbrt-de-novo', { dose: { value: 2400, unit: 'cGy' } })).toMatchObject({ doseGy: null })
    expect(said('sbrt-de-novo', { dose: 24, fractions: '2' })).toMatchObject({ doseGy: null, fractions: null })
    expect(said('sbrt-de-novo', { dose: ['24', 'unit'], fractions: true })).toMatchObject({
      doseGy: null,
      fractions: null,
    })
    expect(said('sbrt-de-novo', { withoutSymptoms: 3, risks: 'fracture' })).toMatchObject({
      radiationReason: null,
      optionRisks: null,
    })
  })

  test.each(['cebrt-postoperative', 'sbrt-postoperative'])('%s follows surgery and needs a dry wound', (type) => {
    expect(said(type)).toMatchObject({ radiationAfterSurgery: true, woundDry: null })
    expect(said(type, {}, { prerequisitesChecked: ['wound'] })).toMatchObject({ woundDry: true })
    expect(said('sbrt-de-novo', {}, { prerequisitesChecked: ['wound'] })).toMatchObject({ woundDry: null })
  })

  test('particles and radionuclides are neither SBRT nor conventional', () => {
    expect(['particle', 'radionuclide'].map((type) => said(type)?.technique)).toEqual(['other', 'other'])
  })
})

describe('what an option of surgery says', () => {
  test('is all that it states', () => {
    const stated = {
      ...{ size: 'major', plannedDay: '2026-12-01', radiationFrom: '2026-12-15', plannedSbrt: true },
      ...{ embolisation: 'no', drugHolds: 'Apixaban', implantMaterial: 'carbon', consent: true },
      ...{ resuscitation: 'reviewed', risks: ['bleeding'] },
    }
    expect(said('decompression', stated, { urgency: 'soon', reason: 'Compression' })).toEqual({
      ...{ option: 'surgery', urgency: 'soon', surgeryKind: 'major', plannedOperationAt: '2026-12-01' },
      ...{ plannedRadiationAt: '2026-12-15', radiationAfterSurgery: true, sbrtAfterSurgery: true },
      ...{ theatreUrgency: true, reasonForSurgery: true, embolisationDecision: true, holdPlan: true },
      ...{ implantMaterial: true, consent: true, resuscitationReviewed: true, optionRisks: ['bleeding'] },
    })
  })

  test('is no record where it has a place for one, and unknown where radiation after it is left open', () => {
    expect(said('decompression')).toEqual({
      ...{ option: 'surgery', urgency: null, surgeryKind: null, plannedOperationAt: null },
      ...{ plannedRadiationAt: null, radiationAfterSurgery: null, sbrtAfterSurgery: null },
      ...{ theatreUrgency: false, reasonForSurgery: false, embolisationDecision: false, holdPlan: false },
      ...{ implantMaterial: null, consent: false, resuscitationReviewed: false, optionRisks: null },
    })
  })

  test('a decision on embolisation is a yes, a no, or the embolisation itself', () => {
    const decided = (embolisation: string) => said('decompression', { embolisation })?.embolisationDecision
    expect([decided('yes'), decided('no'), decided('open')]).toEqual([true, true, false])
    expect(said('embolisation')?.embolisationDecision).toBe(true)
  })

  test('separation is followed by SBRT', () => {
    expect(said('separation')).toMatchObject({ sbrtAfterSurgery: true })
  })
})

describe('what a drug or a procedure says', () => {
  const nothing = { option: 'systemic', urgency: null }

  test('a bone agent is one of two, with the records that its row has a place for', () => {
    expect(said('bone-agent', { agent: 'zoledronate' }, { prerequisitesChecked: ['dental', 'kidney'] })).toEqual({
      ...{ ...nothing, boneAgent: true, zoledronate: true, denosumab: false },
      ...{ dentalCheck: true, calciumVitaminD: false, creatinineBeforeDose: true },
    })
    expect(said('bone-agent-for-pain', { agent: 'denosumab' }, { prerequisitesChecked: ['calcium'] })).toEqual({
      ...{ option: 'pain', urgency: null, boneAgent: true, zoledronate: false, denosumab: true, dentalCheck: false },
    })
  })

  test('a corticosteroid has its dose in mg and its taper', () => {
    const stated = { dexamethasone: { value: 16, unit: 'mg' }, taper: 'over 7 d' }
    expect(said('corticosteroid', stated)).toEqual({
      ...{ ...nothing, steroidProposed: true, dexamethasoneMg: 16, taperPlan: true },
    })
    expect(said('corticosteroid')).toMatchObject({ dexamethasoneMg: null, taperPlan: false })
  })

  test('a hormone is an LHRH agonist or not, alone or with an anti-androgen', () => {
    const stated = { kind: 'lhrh-agonist', onlyNew: true, antiAndrogenFrom: '2026-12-01' }
    expect(said('hormone', stated)).toEqual({
      ...{ ...nothing, lhrhStarting: true, lhrhAlone: true, antiAndrogenAt: '2026-12-01' },
    })
    expect(said('hormone', { kind: 'other', onlyNew: false })).toMatchObject({ lhrhStarting: false, lhrhAlone: false })
    expect(said('hormone')).toMatchObject({ lhrhStarting: null, lhrhAlone: null, antiAndrogenAt: null })
  })

  test('cement in a vertebra is an augmentation, cement elsewhere is none', () => {
    const augmentation = { option: 'pain', urgency: null, augmentation: true }
    expect([said('vertebroplasty'), said('kyphoplasty')]).toEqual([augmentation, augmentation])
    expect(said('cementoplasty')).toEqual({ option: 'pain', urgency: null })
    expect([isAugmentation('vertebroplasty'), isAugmentation('cementoplasty')]).toEqual([true, false])
  })

  test('any other treatment says its kind and how soon it begins', () => {
    expect(said('chemotherapy', {}, { urgency: 'soon' })).toEqual({ ...nothing, urgency: 'soon' })
  })
})

test('an option that treats nothing, or has left the catalogue, says nothing', () => {
  expect([said('surgery-none'), said('pain-defer'), said('retired'), said('constructor')]).toEqual([
    null,
    null,
    null,
    null,
  ])
})

test('an inherited name is no statement', () => {
  const parameters = Object.create({ fractions: 2 })
  expect(said('sbrt-de-novo', parameters)).toMatchObject({ fractions: null })
})

describe('beside its case', () => {
  test('an option stands over the case, and a record before a bone agent is held by either', () => {
    expect(overCase({ calciumVitaminD: true }, { calciumVitaminD: false })).toEqual({ calciumVitaminD: true })
    const ofCase = { urgency: 'soon', dentalCheck: true, calciumVitaminD: null, consent: true } as const
    const own = { urgency: null, dentalCheck: false, calciumVitaminD: false, consent: false } as const
    expect(overCase(ofCase, own)).toEqual({ urgency: null, dentalCheck: true, calciumVitaminD: false, consent: false })
    expect(overCase({ dentalCheck: false }, { dentalCheck: true })).toEqual({ dentalCheck: true })
    expect(overCase({ creatinineBeforeDose: true }, {})).toEqual({ creatinineBeforeDose: true })
    expect(overCase({ creatinineBeforeDose: true }, { creatinineBeforeDose: false })).toEqual({
      creatinineBeforeDose: true,
    })
  })

  test('a rule judges it that looks at something it says, be it said as unknown', () => {
    const dental = rule({
      ...{ id: 'PW-TEST', title: 'Test', says: 'Test', severity: 'STOP', grade: 'V2', source: 'This test' },
      checks: [asks(all(is('mscc'), is('dentalCheck')), 'Have the teeth checked.')],
    })
    expect(judges(dental, { dentalCheck: false })).toBe(true)
    expect(judges(dental, { dentalCheck: null })).toBe(true)
    expect(judges(dental, { consent: true })).toBe(false)
  })

  test('the case is left without what the option would say in its place', () => {
    const facts = { option: 'pain', urgency: 'soon', consent: true, mscc: true } as const
    expect(withoutOption(facts, { consent: null })).toEqual({ mscc: true })
  })
})
