import type { PatientInput } from '@/lib/cases/model'
import type { FieldId, SectionId, sections } from '@/lib/cases/sections/sections'
import type { Modality } from '@/lib/clinical/catalogue/modalities'
import type { PlanOptionInput } from '@/lib/clinical/catalogue/plan-option'
import type { Vertebra } from '@/lib/clinical/spine'
import type { Stated } from '@/lib/clinical/stated'
import type { Stance } from '@/lib/deliberation/model'
import type { Needs } from '@/lib/deliberation/model/needs'
import type { DraftSequence } from '@/lib/deliberation/model/sequence'
import type { Finding, VisitField } from '@/lib/follow-up/visit-model'

/** A known value without its unit, which its field knows, or why there is none. */
export type Said = string | number | readonly string[] | Exclude<Stated<never>, { state: 'known' }>

type Fields<S extends SectionId> = { readonly [F in FieldId<S>]?: Said }
type Repeats<S extends SectionId> = (typeof sections)[S]['repeats']
type Group<S extends SectionId> =
  Repeats<S> extends 'one'
    ? Fields<S>
    : Repeats<S> extends 'vertebra'
      ? { readonly [level in Vertebra]?: Fields<S> }
      : Repeats<S> extends 'series'
        ? Fields<S> | readonly Fields<S>[]
        : readonly Fields<S>[]

/** What is told of a case, group by group as the form asks for it; of a series the first examination, or several. What is left out stays unknown. */
export type Told = { readonly [S in Exclude<SectionId, 'visit' | 'scores' | 'scoresByLevel'>]?: Group<S> }

/** The parts that people play on a board of a story. */
export type Part =
  | 'coordinator'
  | 'radiationOncologist'
  | 'surgeon'
  | 'oncologist'
  | 'radiologist'
  | 'palliative'
  | 'rehabilitation'
  | 'presenter'

/** An option with the name that ballots and conclusion of the same story call it by, such as `SU A`. */
export type Options = Readonly<Record<string, { by: Part; plan: PlanOptionInput }>>

/** A stance without a reason, or with one. */
export type Answer = Stance | { stance: Stance; reason: string }

/** Who answers what to which option. */
export type Ballots = { readonly [part in Part]?: Readonly<Record<string, Answer>> }

/** Who sees to it, and in how many days after the meeting it is due. */
type Carried = { owner: Part; dueInDays: number }

export type Decision =
  | { recommend: readonly ({ option: string } & Carried)[] }
  | { none: string }
  | ({ deferred: string } & Carried)

/** What the chair concludes: an answer for each of the five kinds of treatment. */
export type Conclusion = {
  rationale: string
  goalsConsidered: string
  dissent?: string
  /** What is said beside the treatments; left out where the story tells nothing special. */
  needs?: Partial<Needs>
  sequence?: DraftSequence
  decisions: Readonly<Record<Modality, Decision>>
}

/** One patient's question. The patient is invented, always. */
export type Referral = { patient: PatientInput; question: string }

export type Findings = { readonly [F in VisitField]?: Finding }
