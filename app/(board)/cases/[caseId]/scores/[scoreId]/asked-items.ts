import type { CaseFile } from '@/lib/cases/case-file'
import type { FurtherScore } from '@/lib/cases/further/further-scores'
import { answerOfGiven, scoreFacts } from '@/lib/cases/further/given-answers'
import type { Origin } from '@/lib/cases/level-readings'
import { itemsOfScore, scoreField } from '@/lib/cases/sections/scores'
import { readyItem, resolve } from '@/lib/clinical/resolve'
import { originWords } from '../../_sheet/sources'
import type { AskedItem } from './score-draft'

type Sourced = { value: unknown; from?: Origin }

const isSourced = (answer: unknown): answer is Sourced =>
  typeof answer === 'object' && answer !== null && Object.hasOwn(answer, 'value')

/** The items of a score as its form asks them, with what the case answers and what a person did. */
export function askedItems(
  { instrument, level, byCase, given, asks, differences }: FurtherScore,
  file: CaseFile,
  timeZone: string,
) {
  const facts = scoreFacts(file, level)
  return itemsOfScore(instrument).map(([item, declared]): AskedItem => {
    const known = byCase[item]
    const found = known === undefined ? undefined : resolve(readyItem(item, declared, true), known).line
    const fact = given[item]
    const from = isSourced(known) ? known.from : undefined
    const answered = fact && answerOfGiven(fact)
    const field = scoreField(instrument, item)
    return {
      ...{ item, field, label: declared.label, isAsked: asks.includes(item) },
      ...(found?.finding != null && {
        byCase: {
          answer: found.answer,
          words: found.finding,
          source: from ? originWords(from, timeZone) : null,
          ...{ from, marks: found.marks },
        },
      }),
      ...(fact && {
        given: {
          answer: fact.value,
          words: resolve(readyItem(item, declared, true), answered).line.finding ?? '',
          source: originWords(fact, timeZone),
          from: answered?.from,
        },
      }),
      differs: differences.some((one) => one.item === item),
      version: facts[field]?.version ?? 0,
    }
  })
}
