import { and, eq, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { askIn, type Question, type Tx } from '@/db/client'
import { cases } from '@/db/schema/cases'
import { conclusions, planOptions } from '@/db/schema/deliberation'
import { tasks } from '@/db/schema/follow-up'
import { agendaItems, meetings } from '@/db/schema/meetings'
import { type PlanOption, planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import { isAugmentation } from '@/lib/clinical/pathway/option-facts'
import type { BoardCourse, Concluded } from '../pathway/course'

type ConclusionRow = Pick<typeof conclusions.$inferSelect, 'state' | 'answers' | 'needs'> & { signedAt: string | null }
type ItemRow = { presentedAt: string | null; addedAt: string; kind: string }
type OptionRow = { optionId: string; plan: unknown }

type CourseRow = {
  caseId: string
  concluded: ConclusionRow[]
  items: ItemRow[]
  options: OptionRow[]
  tasks: { state: string; closedOn: string | null; hasReason: boolean }[]
}

/** What became of these cases at their board and after it, in one statement, as the asking actor may see it. Gives one row for each case. */
export const askCourses = (ofCases: SQL): Question<ReadonlyMap<string, BoardCourse>> => ({
  statement: sql`select ${cases.id} as "caseId",
      (select coalesce(json_agg(json_build_object('state', ${conclusions.state}, 'answers', ${conclusions.answers},
          'needs', ${conclusions.needs}, 'signedAt', ${conclusions.signedAt})), '[]')
        from ${conclusions} where ${eq(conclusions.caseId, cases.id)}) as concluded,
      (select coalesce(json_agg(json_build_object('presentedAt', ${agendaItems.presentedAt},
          'addedAt', ${agendaItems.addedAt}, 'kind', ${meetings.kind})), '[]')
        from ${agendaItems} join ${meetings} on ${meetings.id} = ${agendaItems.meetingId}
        where ${and(eq(agendaItems.caseId, cases.id), isNull(agendaItems.removedAt))}) as items,
      (select coalesce(json_agg(json_build_object('optionId', ${planOptions.id}, 'plan', ${planOptions.plan})), '[]')
        from ${planOptions} join ${agendaItems} on ${agendaItems.id} = ${planOptions.itemId}
        where ${eq(agendaItems.caseId, cases.id)}) as options,
      (select coalesce(json_agg(json_build_object('state', ${tasks.state}, 'closedOn', ${tasks.closedOn},
          'hasReason', ${tasks.shortfallReason} is not null)), '[]')
        from ${tasks} where ${and(eq(tasks.caseId, cases.id), ne(tasks.state, 'replaced'))}) as tasks
    from ${cases} where ${ofCases}`,
  read: (rows) => new Map((rows as CourseRow[]).map((row) => [row.caseId, courseOf(row)])),
})

/** The same inside another transaction, of some cases. */
export const readCourses = async (tx: Tx, caseIds: readonly string[]): Promise<ReadonlyMap<string, BoardCourse>> =>
  caseIds.length === 0 ? new Map() : askIn(tx, askCourses(inArray(cases.id, [...caseIds])))

const isoOf = (instant: string | null): string | null => (instant === null ? null : new Date(instant).toISOString())

/** The first, or last, of several instants; null for none. */
const outermost = (instants: readonly (string | null)[], at: 0 | -1): string | null =>
  instants
    .flatMap((one) => isoOf(one) ?? [])
    .toSorted()
    .at(at) ?? null

function courseOf({ concluded, items, options, tasks: carried }: CourseRow): BoardCourse {
  const signed = concluded.filter(({ state }) => state !== 'draft')
  const inForce = concluded
    .filter(({ state }) => state === 'signed')
    .toSorted((one, other) => String(isoOf(one.signedAt)).localeCompare(String(isoOf(other.signedAt))))
    .at(-1)
  const signedAt = isoOf(inForce?.signedAt ?? null)
  const said = concluded.find(({ state }) => state === 'draft') ?? inForce
  const planOf = (optionId: string): PlanOption | undefined =>
    planOptionSchema.safeParse(options.find((one) => one.optionId === optionId)?.plan).data
  return {
    presentedAt: outermost(
      items.map(({ presentedAt }) => presentedAt),
      0,
    ),
    isCalledAtOnce: items.some(({ kind }) => kind === 'asynchronous'),
    firstSignedAt: outermost(
      signed.map((one) => one.signedAt),
      0,
    ),
    signedAt,
    isBroughtBack: signedAt !== null && items.some(({ addedAt }) => String(isoOf(addedAt)) > signedAt),
    concluded: said ? concludedOf(said) : null,
    recommended: recommendedIn(inForce).flatMap(({ optionId }) => planOf(optionId) ?? []),
    isAugmentationProposed: options.some(({ plan }) => {
      const read = planOptionSchema.safeParse(plan).data
      return read !== undefined && isAugmentation(read.optionType)
    }),
    tasks: carried,
  }
}

const recommendedIn = (said: ConclusionRow | undefined) =>
  Object.values(said?.answers ?? {}).flatMap(({ outcome, options }) => (outcome === 'recommended' ? options : []))

function concludedOf(said: ConclusionRow): Concluded {
  const owned = ({ ownerId, dueOn }: { ownerId: string | null; dueOn: string | null }) =>
    ownerId !== null && dueOn !== null
  const recommended = recommendedIn(said)
  const answered = Object.entries(said.answers).filter(([, { outcome, options, ...deferred }]) => {
    if (outcome === 'recommended') return options.length > 0 && options.every(owned)
    return outcome === 'deferred' ? owned(deferred) : outcome === 'none'
  })
  const { openBecause, ...needs } = said.needs
  return {
    answered: answered.map(([modality]) => modality),
    hasOwners: recommended.length > 0 ? recommended.every(owned) : null,
    hasAlternatives: Object.values(said.answers).some(
      ({ outcome, because, alternatives, further }) =>
        (outcome === 'none' && because !== '') ||
        [...(alternatives ?? []), ...(further ?? [])].some(({ standing }) => standing !== null),
    ),
    needs: Object.fromEntries(Object.entries(needs).map(([need, { answer }]) => [need, answer])),
  }
}
