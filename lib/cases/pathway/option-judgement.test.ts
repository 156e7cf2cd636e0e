import { describe, expect, test } from 'vitest'
import { type PlanOption, type PlanOptionInput, planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { packsAsShipped } from '@/lib/clinical/pathway/packs'
import { type CaseFile, withholding } from '../case-file'
import { readingsOf } from '../readings'
import { facts } from '../testing-facts'
import { readOption } from './case-pathway'
import { noCourse } from './course'
import { judgementOf, type OptionJudgement, saidOnce } from './option-judgement'
import { readStops } from './option-stops'

const now = '2026-11-24T14:00:00Z'
const terms = { packs: packsAsShipped, signed: [], exceptions: [], course: noCourse }
const fileOf = (sections: Record<string, unknown>): CaseFile =>
  ({
    timeZone: 'Europe/London',
    patient: { bornOn: '1956-03-01', diedOn: null },
    facts: sections,
  }) as unknown as CaseFile

const plan = (more: Partial<PlanOptionInput>): PlanOption =>
  planOptionSchema.parse({ levels: ['T8'], intents: ['pain'], urgency: 'soon', ...more })
const radiation = (more: Partial<PlanOptionInput> = {}, parameters: Record<string, unknown> = {}) =>
  plan({
    modality: 'radiation',
    optionType: 'cebrt-short',
    parameters: { dose: { value: 20, unit: 'Gy' }, fractions: 5, ...parameters },
    ...more,
  })
const operation = (parameters: Record<string, unknown> = {}, more: Partial<PlanOptionInput> = {}) =>
  plan({
    modality: 'surgery',
    optionType: 'decompression-fixation',
    parameters: { levelsFixed: ['T6', 'T7', 'T8', 'T9', 'T10'], ...parameters },
    ...more,
  })
const systemic = (optionType: string, parameters: Record<string, unknown>, more: Partial<PlanOptionInput> = {}) =>
  plan({ modality: 'systemic', optionType, levels: [], intents: [], parameters, ...more })

const judge = (option: PlanOption, sections: Record<string, unknown> = {}): OptionJudgement => {
  const file = fileOf(sections)
  const judged = judgementOf(readOption(file, readingsOf(file), terms, { optionId: null, plan: option }, now))
  if (!judged) throw new Error('No rule judges it')
  return judged
}
const says = ({ raised }: OptionJudgement): Record<string, string> =>
  Object.fromEntries(raised.map(({ ruleId, severity }) => [ruleId, severity]))
const openIn = ({ open }: OptionJudgement) => open.map(({ ruleId }) => ruleId)

describe('radiation', () => {
  test('stops until stability and surgery are ticked as evaluated, and then no longer', () => {
    expect(says(judge(radiation()))['PW-PLN-01']).toBe('STOP')
    expect(says(judge(radiation({ prerequisitesChecked: ['evaluated'] })))['PW-PLN-01']).toBe(undefined)
  })

  test('again as SBRT is judged by the dose to the thecal sac, of the case before and of the option now', () => {
    const again = (cordMaxDose: number) =>
      radiation(
        { optionType: 'sbrt-reirradiation', prerequisitesChecked: ['evaluated'] },
        {
          dose: { value: 24, unit: 'Gy' },
          fractions: 3,
          cordMaxDose: { value: cordMaxDose, unit: 'Gy' },
          cordMaxDoseOf: 'sac',
        },
      )
    const irradiated = (endedOn: string) => ({
      lesions: { T8: facts({ involvement: 'certain', irradiated: 'yes' }) },
      treatments: {
        t1: facts({ kind: 'radiation', levels: ['T8'], cordDose: 30, fractions: 10, cordDoseOf: 'sac', endedOn }),
      },
    })
    // 15 Gy in 3 are 26.25 Gy as EQD2, above 25 Gy; 12 Gy in 3 are 18 Gy.
    expect(says(judge(again(15), irradiated('2026-01-10')))['PW-RT-14']).toBe('WARN')
    expect(says(judge(again(12), irradiated('2026-01-10')))['PW-RT-14']).toBe(undefined)
    expect(says(judge(again(12), irradiated('2026-01-10')))['PW-RT-13']).toBe(undefined)
    expect(says(judge(again(12), irradiated('2026-08-10')))['PW-RT-13']).toBe('WARN')
    expect(openIn(judge(again(12)))).toContain('PW-RT-13')
  })

  test('again counts the months to its planned start, and says where a prescription is assumed for the dose to the sac', () => {
    const sections = {
      lesions: { T8: facts({ involvement: 'certain', irradiated: 'yes' }) },
      treatments: { t1: facts({ kind: 'radiation', levels: ['T8'], dose: 30, fractions: 10, endedOn: '2026-07-10' }) },
    }
    const again = (more: object) =>
      says(
        judge(
          radiation(
            { optionType: 'sbrt-reirradiation' },
            {
              dose: { value: 24, unit: 'Gy' },
              fractions: 3,
              cordMaxDose: { value: 12, unit: 'Gy' },
              cordMaxDoseOf: 'sac',
              ...more,
            },
          ),
          sections,
        ),
      )
    expect(again({})['PW-RT-13']).toBe('WARN')
    expect(again({ plannedStart: '2026-12-09' })['PW-RT-13']).toBe('WARN')
    expect(again({ plannedStart: '2026-12-10' })['PW-RT-13']).toBe(undefined)
    expect(again({})['PW-RT-14']).toBe('NOTE')
  })

  test('of a listed schedule says nothing, of another asks for the reason that the option may give', () => {
    const symptomatic = {
      symptoms: { '': facts({ backPain: 'present' }) },
      lesions: { T8: { ...facts({ involvement: 'certain', escc: '0', irradiated: 'no' }) } },
    }
    const other = { dose: { value: 22, unit: 'Gy' }, fractions: 5 }
    const ofCase = judge(radiation({}, other), symptomatic)
    expect(says(ofCase)['PW-RT-04']).toBe('WARN')
    expect(says(judge(radiation({}, {}), symptomatic))['PW-RT-04']).toBe(undefined)
    expect(says(judge(radiation({ reason: 'Small field' }, other), symptomatic))['PW-RT-04']).toBe(undefined)
  })

  test('is not asked what only an operation states', () => {
    expect(Object.keys(says(judge(radiation()))).filter((id) => /SUR|HLD/.test(id))).toEqual([])
    expect(openIn(judge(radiation())).filter((id) => /SUR|HLD|FU/.test(id))).toEqual([])
  })

  test('after surgery on the same week warns of the wound', () => {
    const late = operation({ plannedDay: '2026-12-01', radiationFrom: '2026-12-05', consent: true })
    expect(says(judge(late))['PW-RT-10']).toBe('WARN')
    const waits = operation({ plannedDay: '2026-12-01', radiationFrom: '2026-12-14', consent: true })
    expect(judge(waits).raised.find(({ ruleId }) => ruleId === 'PW-RT-10')?.says).toContain('Under 14 d')
  })
})

describe('surgery', () => {
  test('stops where consent is not on record, and where an anticoagulant has no plan', () => {
    const taken = { safety: { '': facts({ anticoagulant: 'taken' }) } }
    expect(says(judge(operation(), taken))).toMatchObject({ 'PW-SUR-11': 'STOP', 'PW-SUR-08': 'STOP' })
    const planned = { safety: { '': facts({ anticoagulant: 'taken', anticoagulantPlan: 'Held 5 d, Dr Marbeck' }) } }
    const settled = says(judge(operation({ consent: true }), planned))
    expect([settled['PW-SUR-11'], settled['PW-SUR-08']]).toEqual([undefined, undefined])
  })

  test('of an unknown primary cannot say whether embolisation has to be decided', () => {
    const unknown = { tumour: { '': facts({ primary: 'unknown' }) } }
    expect(openIn(judge(operation(), unknown))).toContain('PW-SUR-06')
    const kidney = { tumour: { '': facts({ primary: 'kidney' }) } }
    expect(says(judge(operation({ embolisation: 'open' }), kidney))['PW-SUR-06']).toBe('WARN')
    expect(says(judge(operation({ embolisation: 'no' }), kidney))['PW-SUR-06']).toBe(undefined)
  })

  test('that can bring about what the patient rules out stops, and shows nothing to who may not read the goals', () => {
    const sections = { goals: { '': facts({ unacceptable: ['catheter'], spokenOn: '2026-11-20' }) } }
    const risky = operation({ risks: ['catheter', 'hospital'] })
    expect(says(judge(risky, sections))['PW-GOC-03']).toBe('STOP')
    expect(says(judge(operation({ risks: ['hospital'] }), sections))['PW-GOC-03']).toBe(undefined)
    const hidden = withholding(fileOf(sections), ['goals'])
    const read = readOption(hidden, readingsOf(hidden), terms, { optionId: null, plan: risky }, now)
    expect(says(judgementOf(read) ?? { raised: [], open: [] })['PW-GOC-03']).toBe(undefined)
  })

  test('under comfort care shows the conflict of a major operation alone', () => {
    const comfort = { goals: { '': facts({ intensity: 'comfort' }) } }
    expect(says(judge(operation({ size: 'major' }), comfort))['PW-GOC-06']).toBe('WARN')
    expect(says(judge(operation({ size: 'minor' }), comfort))['PW-GOC-06']).toBe(undefined)
    expect(openIn(judge(operation(), comfort))).toContain('PW-GOC-06')
  })
})

describe('drugs', () => {
  test('a bone-modifying agent stops without a look at the teeth', () => {
    const agent = { agent: 'denosumab' }
    expect(says(judge(systemic('bone-agent', agent)))['PW-BMA-06']).toBe('STOP')
    const ticked = { prerequisitesChecked: ['dental', 'calcium'] }
    expect(says(judge(systemic('bone-agent', agent, ticked)))['PW-BMA-06']).toBe(undefined)
    expect(says(judge(systemic('bone-agent', agent)))['PW-BMA-08']).toBe(undefined)
  })

  test('an LHRH agonist alone in spinal metastases of prostate cancer stops; with an anti-androgen it warns', () => {
    const prostate = {
      tumour: { '': facts({ primary: 'prostate' }) },
      lesions: { T8: facts({ involvement: 'certain' }) },
    }
    const agonist = { agent: 'Leuprorelin', kind: 'lhrh-agonist', onlyNew: true }
    expect(says(judge(systemic('hormone', agonist), prostate))['PW-SYS-04']).toBe('STOP')
    const covered = { ...agonist, antiAndrogenFrom: '2026-11-20' }
    expect(says(judge(systemic('hormone', covered), prostate))['PW-SYS-04']).toBe('WARN')
    expect(says(judge(systemic('hormone', { agent: 'Abiraterone', kind: 'other' }), prostate))['PW-SYS-04']).toBe(
      undefined,
    )
  })
})

test('no rule judges what treats nothing, or what has left the catalogue', () => {
  const none = planOptionSchema.parse({ modality: 'radiation', optionType: 'radiation-none', reason: 'Declined' })
  const file = fileOf({})
  for (const one of [none, { ...none, optionType: 'leeches' }])
    expect(readOption(file, readingsOf(file), terms, { optionId: null, plan: one }, now)).toBe(null)
})

test('what a rule says of the case already is not said again of an option that is recommended', () => {
  const decided = {
    clocks: { '': facts({ decidedFor: 'surgery' }) },
    safety: { '': facts({ anticoagulant: 'taken' }) },
  }
  const option = { optionId: 'a', title: 'Decompression', plan: operation() }
  const stopsIn = (sections: Record<string, unknown>) =>
    readStops(fileOf(sections), terms, [option], now).flatMap(({ stops }) =>
      stops.flatMap(({ ruleId, option: of }) => (ruleId === 'PW-SUR-08' ? [of?.title ?? 'case'] : [])),
    )
  expect(stopsIn(decided)).toEqual(['case'])
  expect(stopsIn({ safety: decided.safety })).toEqual(['Decompression'])
  expect(readStops(fileOf({}), terms, [{ ...option, plan: { old: true } }], now)).toHaveLength(1)
})

test('what is said of several options alike is said once, the strongest first, with all of them', () => {
  const stop = {
    ruleId: 'PW-PLN-01',
    title: 'Stability',
    severity: 'STOP' as const,
    says: 'Not evaluated.',
    source: 'A',
  }
  const note = { ...stop, ruleId: 'PW-RT-01', severity: 'NOTE' as const }
  const open = { ruleId: 'PW-RT-12', title: 'Earlier radiation', lacks: ['dose'] }
  const said = saidOnce([
    { option: 'A', judgement: { raised: [note, stop], open: [open] } },
    { option: 'B', judgement: { raised: [stop, { ...note, says: 'Something else.' }], open: [open] } },
  ])
  expect(said.raised).toEqual([
    { ...stop, of: ['A', 'B'] },
    { ...note, of: ['A'] },
    { ...note, says: 'Something else.', of: ['B'] },
  ])
  expect(said.open).toEqual([{ ...open, of: ['A', 'B'] }])
})

test('teeth that the case says were looked at need no second tick on the drug that is proposed', () => {
  const drug = systemic('bone-agent', { agent: 'denosumab' })
  expect(says(judge(drug))['PW-BMA-06']).toBe('STOP')
  expect(says(judge(drug, { care: { '': facts({ dentalCheck: 'yes' }) } }))['PW-BMA-06']).toBe(undefined)
  expect(says(judge(drug, { care: { '': facts({ dentalCheck: 'no' }) } }))['PW-BMA-06']).toBe('STOP')
})
