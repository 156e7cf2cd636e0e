import type { Instrument } from '@/lib/clinical/instrument'
import type { Vertebra } from '@/lib/clinical/spine'
import type { CaseFile } from '../case-file'
import type { FactView } from '../facts'
import { type Origin, originOf } from '../level-readings'
import { scoreField } from '../sections/scores'

/** What a person answered to items of a score here, by field: of the whole case, or at a level. */
export const scoreFacts = (file: CaseFile, level: Vertebra | null): Readonly<Record<string, FactView>> =>
  (level === null ? file.facts.scores?.[''] : file.facts.scoresByLevel?.[level]) ?? {}

/** The known answer that a person gave here to an item; undefined where nobody did. */
export function factGiven(
  file: CaseFile,
  instrument: Instrument,
  item: string,
  level: Vertebra | null,
): FactView | undefined {
  const fact = scoreFacts(file, level)[scoreField(instrument, item)]
  return fact?.state === 'known' ? fact : undefined
}

/** A given answer as instruments take it. A person gave it: no second source is kept beside it (`mayBeContested`). */
export const answerOfGiven = <V>(fact: FactView | undefined): { value: V; from?: Origin } | undefined =>
  fact && { value: fact.value as V, from: originOf(fact) }

/** The answer that a person gave here to an item that no field of the form holds. */
export const answerGivenTo = <V>(
  file: CaseFile,
  instrument: Instrument,
  item: string,
  level: Vertebra | null,
): { value: V; from?: Origin } | undefined => answerOfGiven<V>(factGiven(file, instrument, item, level))
