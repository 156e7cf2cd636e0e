import type { Sex } from '@/lib/cases/model'
import type { Vertebra } from '@/lib/clinical/spine'
import type { Finding } from '@/lib/follow-up/visit-model'
import type { Day } from '@/lib/foundation/time'
import type { Findings, Referral, Told } from '../story'

/** The headings under which a report is retold, in the order of the file; the question stands in the fixture itself. */
export const headings = {
  patient: 'Patient',
  disease: 'Primary and systemic disease',
  story: 'Presentation and timeline',
  neurology: 'Neurology',
  imaging: 'Imaging by level',
  stability: 'Stability',
  scores: 'Scores as published',
  fitness: 'Performance/pain/comorbidity',
  goals: "Patient's goals (as stated)",
  prior: 'Prior treatment',
  given: 'Treatment given by modality',
  outcome: 'Outcome and follow-up',
} as const
export type Heading = keyof typeof headings

/** The lowest and the highest total that a score can have with what is stated; the same number twice when it is complete. */
export type Range = readonly [low: number, high: number]

/** A published case as it is typed in: only what its source states. What is absent stays unknown on every screen. */
export type PublishedReport = Referral & {
  number: string
  /** The file in `retold/`, where the source is cited with its licence and how much of it was read. */
  retold: string
  told: Told
  /**
   * Where every line of the retelling went, in the order of the file. A line is a list of places: `patient.bornOn`, the
   * beginning of a path in `told` (`lesions.L1`), an option of the catalogue (`option.opioid`), a finding of a later visit
   * (`visit.diedOn`), `sins` for what the engine derives; `~name` is a fact without a place, listed with its reason in
   * `FACTS-WITHOUT-A-PLACE.md`; an empty text says that the line states nothing.
   */
  places: Readonly<Record<Heading, readonly string[]>>
  /** Values that the source does not state and that the board asks for: they must end as unknown. */
  notStated: readonly string[]
  /** What the engine must make of it. A level of `sins` is what the retelling calls "our reading". */
  reads: {
    sins: { readonly [level in Vertebra]?: Range }
    tokuhashi: Range
    tomita: Range
    bauer: Range
  }
  /** What became of the patient, as visits; the days are invented to fit the stated intervals. */
  outcome: readonly { seenOn: Day; findings: Findings }[]
}

/** An invented name for a published patient; the year of birth fits the stated age on 23-Nov-2026. */
export const stranger = (
  number: string,
  familyName: string,
  givenName: string,
  bornOn: string | null,
  sex: Sex,
): Referral['patient'] => ({
  ...{ familyName, givenName, title: null, bornOn, sex },
  ...{ identifier: `PC ${number}`, identifierIssuer: 'Published case' },
})

/** A finding that was stated. */
export const found = (value: string | readonly string[]): Finding => ({
  state: 'known',
  value: typeof value === 'string' ? value : [...value],
  unit: null,
})
