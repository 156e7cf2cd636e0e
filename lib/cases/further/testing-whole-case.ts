import type { Vertebra } from '@/lib/clinical/spine'
import type { CaseFile } from '../case-file'
import type { FactView } from '../facts'
import { fact, facts } from '../testing-facts'
import { scoreToAnswer } from './further-scores'

export const today = '2026-11-29'
export type Sections = Record<string, Record<string, Record<string, FactView>>>

export const fileOf = (sections: Sections, bornOn: string | null = '1960-05-01') =>
  ({ facts: sections, patient: { bornOn }, timeZone: 'Europe/London' }) as unknown as CaseFile

export const lab = (name: string, value: number, unit: string) => ({
  ...facts({ test: name, takenOn: '2026-11-20' }),
  value: { ...fact(value), unit },
})

export const level = (more: Record<string, unknown> = {}) =>
  facts({ involvement: 'certain', collapse: 'lt50', lesion: 'lytic', alignment: 'normal', escc: '2', ...more })

/** A case of which all is told that any of these scores takes. */
export const whole = (): Sections => ({
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

export const scoreOf = (sections: Sections, id: string, at: Vertebra | null = null, bornOn?: string | null) => {
  const found = scoreToAnswer(fileOf(sections, bornOn === undefined ? '1960-05-01' : bornOn), today, id, at)
  if (!found) throw new Error(`${id} is no further score`)
  return found
}
export const read = (sections: Sections, id: string, at: Vertebra | null = null, bornOn?: string | null) =>
  scoreOf(sections, id, at, bornOn).reading
export const missingOf = (reading: ReturnType<typeof read>) =>
  reading.kind === 'incomplete' ? reading.missing.map(({ item }) => item) : []

/** The case without one fact. */
export const without = (section: string, field: string): Sections => {
  const all = whole()
  const { [field]: _, ...others } = all[section]?.[''] ?? {}
  return { ...all, [section]: { ...all[section], '': others } }
}
export const withFacts = (section: string, values: Record<string, unknown>): Sections => {
  const all = whole()
  return { ...all, [section]: { ...all[section], '': { ...all[section]?.[''], ...facts(values) } } }
}
