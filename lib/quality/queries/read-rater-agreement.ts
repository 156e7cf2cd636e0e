import { and, asc, eq, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { cases, facts } from '@/db/schema/cases'
import { involvedLevels } from '@/lib/cases/involved-levels'
import { readCaseFiles } from '@/lib/cases/load-case-file'
import { type TwoRatings, twoRatings } from '@/lib/cases/second-rating'
import { esccScale } from '@/lib/clinical/instruments/escc'
import { sins } from '@/lib/clinical/instruments/sins'
import { type Agreement, agreementOf, publishedKappa, type RatingPair } from '@/lib/clinical/rater-agreement'
import type { SumReading } from '@/lib/clinical/reading'
import type { Actor } from '@/lib/people/model'
import { fewestForKappa, type RaterAgreementView } from '../model'

const bands = Object.keys(sins.bands)
const grades: readonly string[] = esccScale

/** A level counts for SINS where both totals are complete: a range has no one class. */
const sinsPair = ({ first, second }: TwoRatings): RatingPair[] =>
  first.sins.kind === 'complete' && second.sins.kind === 'complete'
    ? [[bands.indexOf(first.sins.band.id), bands.indexOf(second.sins.band.id)]]
    : []

const esccPair = ({ first, second }: TwoRatings): RatingPair[] => {
  const [one, other] = [first.escc, second.escc].map((escc) =>
    escc.kind === 'complete' ? grades.indexOf(escc.grade) : -1,
  )
  return one === undefined || other === undefined || one < 0 || other < 0 ? [] : [[one, other]]
}

const pointsOf = (reading: SumReading, item: string) => reading.lines.find((line) => line.item === item)?.points ?? null

const toldOf = (agreement: Agreement): Agreement =>
  agreement.ratings < fewestForKappa ? { ...agreement, kappa: null } : agreement

/** The items of SINS that two raters judge; the location is no judgement. */
function componentsOf(rated: readonly TwoRatings[]): RaterAgreementView['components'] {
  return (Object.keys(publishedKappa) as (keyof typeof publishedKappa)[]).map((item) => {
    const both = rated.flatMap(({ first, second }) => {
      const [one, other] = [pointsOf(first.sins, item), pointsOf(second.sins, item)]
      return one === null || other === null ? [] : [one === other]
    })
    const published = publishedKappa[item]
    return { label: sins.items[item].label, ratings: both.length, alike: both.filter(Boolean).length, published }
  })
}

/** How far two raters agreed at the levels of the board's cases that two people rated, withdrawn cases left out. */
export async function readRaterAgreement(tx: Tx, actor: Actor, boardId: string): Promise<RaterAgreementView> {
  const rows = await tx
    .selectDistinct({ id: cases.id, code: cases.code })
    .from(cases)
    .innerJoin(facts, and(eq(facts.caseId, cases.id), eq(facts.section, 'secondRating')))
    .where(and(eq(cases.boardId, boardId), ne(cases.state, 'withdrawn')))
    .orderBy(asc(cases.code))
  const files = await readCaseFiles(
    tx,
    actor,
    rows.map(({ id }) => id),
  )
  const rated = [...files.values()].flatMap((file) =>
    involvedLevels(file).flatMap((level) => twoRatings(file, level) ?? []),
  )
  return {
    levels: rated.length,
    sins: toldOf(agreementOf(rated.flatMap(sinsPair), bands.length)),
    escc: toldOf(agreementOf(rated.flatMap(esccPair), grades.length)),
    components: componentsOf(rated),
  }
}
