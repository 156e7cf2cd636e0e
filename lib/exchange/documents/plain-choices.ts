import type { Modality } from '@/lib/clinical/catalogue/modalities'
import { type PlanOption, planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { isToDiscuss, type NamedAlternative } from '@/lib/deliberation/model/alternatives'
import type { Need } from '@/lib/deliberation/model/needs'
import type { StepKind } from '@/lib/deliberation/model/sequence'
import type { SignedSnapshot } from '@/lib/deliberation/model/snapshot'
import { type DocumentPart, lines, listed, plainWordsFor } from './document'
import { plainLevels, plainTreatment } from './plain-options'

/** The plan of an option as it was frozen; null for none, and for one in a shape that this version does not know. */
export const planOf = (snapshot: SignedSnapshot, optionId: string | null): PlanOption | null => {
  const option = snapshot.options.find((each) => each.optionId === optionId)
  const plan = planOptionSchema.safeParse(option?.plan)
  return plan.success ? plan.data : null
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)

const namedPlan = (plan: PlanOption): string =>
  capitalised([plainTreatment(plan), plainLevels(plan.levels)].filter(Boolean).join(', at '))

/** In records from before places were kept: what was put to the vote and is not recommended. One that was taken back was no choice. */
const leftAside = (snapshot: SignedSnapshot): string[] => {
  const chosen = new Set(snapshot.conclusion.recommendations.map(({ optionId }) => optionId))
  return snapshot.options
    .filter(({ optionId, withdrawnBecause }) => !chosen.has(optionId) && withdrawnBecause === null)
    .flatMap(({ optionId }) => planOf(snapshot, optionId) ?? [])
    .map(namedPlan)
}

const named = (snapshot: SignedSnapshot, some: readonly NamedAlternative[]): string[] => [
  ...new Set(
    some.map(({ optionId, title }) => {
      const plan = planOf(snapshot, optionId)
      return plan ? namedPlan(plan) : plainWordsFor(title)
    }),
  ),
]

/** That members disagree where the patient can choose between equals. */
const disagreement = ({ conclusion: { dissenting, alternatives } }: SignedSnapshot): string | null =>
  dissenting.some(({ modality }: { modality: Modality }) => isToDiscuss(modality, alternatives))
    ? 'Not all of us agree which is best. Please talk about it with your doctor.'
    : null

/** What else the patient can choose. An option that the board holds to be unsuitable is no choice. */
export function whatElse(snapshot: SignedSnapshot): DocumentPart {
  const { alternatives } = snapshot.conclusion
  const alike = named(
    snapshot,
    (alternatives ?? []).filter(({ standing }) => standing === 'offered'),
  )
  const others = alternatives
    ? named(
        snapshot,
        alternatives.filter(({ standing }) => standing === 'suitable' || standing === 'not-here'),
      )
    : [...new Set(leftAside(snapshot))]
  return {
    heading: 'What else is possible',
    text: lines(
      alike.length === 0 ? null : lines('These are as good for you:', listed(alike)),
      disagreement(snapshot),
      others.length === 0 ? null : lines('We also talked about:', listed(others)),
      'You can ask for more time. You can say no. You can ask another doctor.',
    ),
  }
}

const plainNeeds: Readonly<Record<Need, string>> = {
  palliative: 'palliative care',
  rehabilitation: 'training to move and to live your day as well as you can',
  psychological: 'talks with someone who helps with worries and low mood',
  trial: 'a study of a new treatment',
}

/** Support and studies as far as they concern the patient: what is offered, what was turned down, what comes later. */
export function moreHelp({ conclusion: { needs = [] } }: SignedSnapshot): DocumentPart[] {
  const answered = (answer: (typeof needs)[number]['answer']) =>
    needs.filter((one) => one.answer === answer).map(({ need }) => capitalised(plainNeeds[need]))
  const [offered, declined, deferred] = [answered('offered'), answered('declined'), answered('deferred')]
  const text = lines(
    offered.length === 0 ? null : lines('We offer you:', listed(offered)),
    declined.length === 0 ? null : lines('You said no to this. You can change your mind:', listed(declined)),
    deferred.length === 0 ? null : lines('We will talk with you later about:', listed(deferred)),
  )
  return text === '' ? [] : [{ heading: 'More help', text }]
}

const plainSteps: Readonly<Record<Exclude<StepKind, 'other'>, string>> = {
  steroid: 'A steroid',
  operation: 'The operation',
  healing: 'Time for the wound to heal',
  radiotherapy: 'Radiotherapy',
  'systemic-hold': 'A break from your cancer drugs',
  systemic: 'Cancer drugs',
}

/** In which order the treatments come, without days: these are for the doctor to say. Nothing where the record says no order. */
export function orderOf({ conclusion: { sequence } }: SignedSnapshot): DocumentPart[] {
  if (!sequence) return []
  const steps = sequence.steps.map(({ kind, words }) =>
    kind === 'other' ? plainWordsFor(words ?? '') : plainSteps[kind],
  )
  const text = lines('This is the order:', listed(steps), 'Your doctor will tell you the days.')
  return [{ heading: 'What comes first', text }]
}
