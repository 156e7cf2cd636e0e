import { type CaseFile, eachStated, factOf } from '@/lib/cases/case-file'
import type { ReIrradiationAt } from '@/lib/cases/level-dose'
import { levelWords } from '@/lib/cases/level-names'
import { alphaBetaGy } from '@/lib/clinical/dose'
import { reIrradiationLimits as limits } from '@/lib/clinical/re-irradiation'
import { showDay } from '@/lib/foundation/time'
import { showNumber } from '@/lib/foundation/words'
import { courseWords } from './treatment-words'

/** One of the four conditions in words, with whether it holds: `open` while a value that decides it is not known. */
export type ConditionLine = { id: string; words: string; verdict: 'met' | 'unmet' | 'open' }

export const verdictWords = { met: 'met', unmet: 'not met', open: 'open' } as const

const gy = (dose: number) => `${dose.toFixed(1)}\u00a0Gy`

/** What an SBRT may still give where the earlier dose is known and none is planned. */
const leaves = (earlierGy: number | null, most: (earlier: number) => number): string =>
  earlierGy === null ? '' : `, an SBRT of up to ${gy(Math.max(0, most(earlierGy)))}`

/**
 * The four conditions at levels that were irradiated before, one by one with their values (REFERENCE 8.4). Without a planned SBRT they
 * say what its dose may be.
 */
export function conditionLines({ earlier: { eqd2Gy }, until, conditions }: ReIrradiationAt): ConditionLine[] {
  const { cumulative, sbrt, share, interval } = conditions
  const before = eqd2Gy === null ? 'earlier dose not known' : `${gy(eqd2Gy)} before`
  return [
    {
      id: 'cumulative',
      verdict: cumulative.verdict,
      words:
        cumulative.value === null
          ? `Cumulative at most ${limits.cumulativeGy}\u00a0Gy: ${before}${leaves(eqd2Gy, (earlier) => limits.cumulativeGy - earlier)}`
          : `Cumulative at most ${limits.cumulativeGy}\u00a0Gy: ${gy(cumulative.value)}, ${before}`,
    },
    {
      id: 'sbrt',
      verdict: sbrt.verdict,
      words: `SBRT at most ${limits.sbrtGy}\u00a0Gy: ${sbrt.value === null ? 'no planned dose to the sac' : gy(sbrt.value)}`,
    },
    {
      id: 'share',
      verdict: share.verdict,
      words: `SBRT at most ${limits.share} of the cumulative dose: ${
        share.value === null ? `${before}${leaves(eqd2Gy, shareLeaves)}` : share.value.toFixed(2)
      }`,
    },
    {
      id: 'interval',
      verdict: interval.verdict,
      words: `At least ${limits.months} months between the courses: ${
        interval.value === null ? 'the end of a course is not known' : `${interval.value} months to ${showDay(until)}`
      }`,
    },
  ]
}

/** The SBRT whose share of the sum is just the limit: with a half, as much as before. */
const shareLeaves = (earlier: number) => (earlier * limits.share) / (1 - limits.share)

/** The recorded maximum dose of a course. */
const maximumWords = (file: CaseFile, item: string) =>
  eachStated(factOf(file, 'treatments', 'cordDose', item), (value) => showNumber(Number(value), 'Gy'))

/** What the conditions rest on: the levels, and each earlier course whose dose to the sac is assumed, with what stands for it. */
export function conditionsHead(file: CaseFile, { levels, items, earlier }: ReIrradiationAt): string {
  const { assumed, byMaximum } = earlier
  const prescribed = assumed.filter((item) => !byMaximum.includes(item)).map((item) => courseWords(file, item))
  const higher = byMaximum.map((item) => `${courseWords(file, item)}: ${maximumWords(file, item)}`)
  return [
    `${levelWords(file, levels)}, irradiated before${items.length === 0 ? ', no course recorded' : ''}`,
    prescribed.length > 0 &&
      `assumed: the prescription for the point dose of the thecal sac (${prescribed.join('; ')})`,
    higher.length > 0 &&
      `assumed: a higher maximum, not of the sac, for the point dose of the thecal sac (${higher.join('; ')})`,
  ]
    .filter(Boolean)
    .join('; ')
}

export const conditionsSource = `EQD2 with an α/β of ${alphaBetaGy.cord}, of the maximum point dose of the thecal sac, without any discount for recovery. Lower risk where all four hold: HyTEC, Int J Radiat Oncol Biol Phys 2021;110:124.`
