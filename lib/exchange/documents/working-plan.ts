import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { rankInWords } from '@/lib/deliberation/model/rank-in-words'
import type { SignedSnapshot, SnapshotRecommendation } from '@/lib/deliberation/model/snapshot'
import { dayAt, showLongDay } from '@/lib/foundation/time'
import { goalsRows, needsRows, sequenceRows } from '../letter-decided'
import { letterKeyFacts } from '../letter-key-facts'
import { readingWords } from '../reading-words'
import { bullet, type DocumentPart } from './document'

const listed = (entries: readonly string[], nothing: string): string =>
  entries.length === 0 ? nothing : entries.map((entry) => `${bullet}${entry}`).join('\n')

const dueOf = ({ dueOn }: SnapshotRecommendation): string => (dueOn ? showLongDay(dueOn) : 'no day recorded')
const ownerOf = ({ owner }: SnapshotRecommendation): string => owner ?? 'nobody recorded'

/** The soonest first; what has no day stands last. */
const bySoonest = (one: SnapshotRecommendation, other: SnapshotRecommendation): number =>
  (one.dueOn ?? '9999').localeCompare(other.dueOn ?? '9999')

const tasksIn = ({ conclusion }: SignedSnapshot): string[] =>
  conclusion.recommendations
    .filter(({ outcome }) => outcome === 'recommended')
    .sort(bySoonest)
    .map((said) => {
      const detail = said.detail ? ` (${said.detail})` : ''
      return `${dueOf(said)}: ${modalityFacts[said.modality].title}, ${said.title ?? 'option not recorded'}${detail}. Owner: ${ownerOf(said)}.`
    })

const missingIn = ({ conclusion }: SignedSnapshot): string[] =>
  conclusion.recommendations
    .filter(({ outcome }) => outcome === 'deferred')
    .sort(bySoonest)
    .map(
      (said) =>
        `${dueOf(said)}: ${said.missing ?? 'not recorded'} (for ${modalityFacts[said.modality].title.toLowerCase()}). Owner: ${ownerOf(said)}.`,
    )

/** What was said on the order between the treatments that are recommended. */
const orderIn = ({ conclusion, options }: SignedSnapshot): string[] => [
  ...sequenceRows(conclusion).map(({ label, value }) => `${label}: ${value}`),
  ...conclusion.recommendations.flatMap(({ optionId, title }) => {
    const plan = planOptionSchema.safeParse(options.find((one) => one.optionId === optionId)?.plan)
    return plan.success && plan.data.sequence ? [`${title ?? 'Option not recorded'}: ${plan.data.sequence}`] : []
  }),
]

/** What the board said on palliative care, rehabilitation, psychological support and trials. */
const needsIn = ({ conclusion }: SignedSnapshot): string[] =>
  needsRows(conclusion).map(({ label, value }) => `${label}: ${value}`)

/** List N and list P of PATHWAY 0.5, with what PW-REC-02 and PW-REC-01 ask for. */
const watchPoints = [
  'Bladder or bowel dysfunction, difficulty walking, limb weakness, numbness, paraesthesia or sensory loss, radicular pain, or signs of cord or cauda equina compression: contact the MSCC coordinator immediately.',
  'Severe unremitting or progressive back pain, pain worse on standing, sitting, moving or straining, night pain, localised tenderness or claudication, and none of the above: seek advice through the MSCC coordinator within 24 h.',
] as const

/** What the decision rested on: when one of it changes, the board has to look at it again. */
const thresholdsIn = ({ readings }: SignedSnapshot): string[] => [
  'Any new neurological deficit, a new involved level, new imaging, or changed goals of care.',
  ...readings.levels.flatMap(({ level, sins, escc }) => [
    ...(sins.kind === 'complete'
      ? [`SINS at ${level} in another class than at the signing: ${readingWords(sins)}.`]
      : []),
    ...(escc.kind === 'complete'
      ? [`Epidural grade at ${level} other than at the signing: ${readingWords(escc)}.`]
      : []),
  ]),
  ...(readings.ecog.kind === 'complete' ? [`ECOG other than at the signing: ${readingWords(readings.ecog)}.`] : []),
]

const goalsIn = ({ conclusion }: SignedSnapshot): string =>
  [
    conclusion.goalsConsidered ?? 'For the treating team only',
    ...goalsRows(conclusion).map(({ label, value }) => `${bullet}${label}: ${value}`),
  ].join('\n')

const stopsIn = ({ conclusion }: SignedSnapshot): string[] =>
  [...(conclusion.stops ?? []), ...(conclusion.stopsOnGoals ?? [])].map(
    ({ title, says, gone }) =>
      `${title}: ${says} Gone on: ${gone ? `${gone.because} (${gone.by})` : 'no reason recorded'}`,
  )

const safetyLabels: ReadonlySet<string> = new Set(['Allergies', 'Anticoagulant'])

const safetyIn = ({ case: file, readings, board }: SignedSnapshot): string[] =>
  letterKeyFacts(file, readings, board.timeZone)
    .filter(({ label }) => safetyLabels.has(label))
    .map(({ label, value, source }) => `${label}: ${value}${source ? ` (${source})` : ''}`)

/** The working plan for the treating team, from the signed record alone: who does what by when, in which order, and what brings it back to the board. */
export function workingPlan(snapshot: SignedSnapshot): DocumentPart[] {
  const { meeting, board, signedBy, version } = snapshot
  const rank = rankInWords(snapshot)
  const stops = stopsIn(snapshot)
  return [
    {
      heading: 'Decision',
      text: `${board.name}, ${showLongDay(dayAt(meeting.startsAt, board.timeZone))}. Version ${version}, signed by ${signedBy.name}.\nQuestion: ${snapshot.case.question}${rank === null ? '' : `\n${rank}`}`,
    },
    { heading: 'Tasks, the soonest first', text: listed(tasksIn(snapshot), 'No treatment is recommended.') },
    { heading: 'Order of the treatments', text: listed(orderIn(snapshot), 'The record states no order.') },
    { heading: 'Support and trials', text: listed(needsIn(snapshot), 'The record says nothing on them.') },
    { heading: 'Still missing', text: listed(missingIn(snapshot), 'Nothing was deferred.') },
    { heading: 'Before treatment', text: listed(safetyIn(snapshot), 'Not recorded') },
    { heading: 'Goals of the patient', text: goalsIn(snapshot) },
    { heading: 'Watch for', text: listed(watchPoints, '') },
    { heading: 'Back to the board when', text: listed(thresholdsIn(snapshot), '') },
    ...(stops.length === 0 ? [] : [{ heading: 'Gone on despite a stop', text: listed(stops, '') }]),
  ]
}
