import { type CaseFile, eachStated, factOf, itemsOf } from './case-file'
import { type FactView, isContested, statedValues } from './facts'

/**
 * What is known of allergies, one of four (DESIGN P7). `known` names each substance with its reaction and severity, also when
 * somebody has ticked “none”: what may harm is never hidden by an answer, nor by one of two sources. `unavailable` was asked for and is not here yet.
 */
export type AllergyState =
  | { state: 'known'; words: string[]; facts: FactView[] }
  | { state: 'none' | 'not-recorded' | 'unavailable' }

const substanceWords = (file: CaseFile, item: string): string | undefined => {
  const said = (field: 'substance' | 'reaction' | 'severity') => eachStated(factOf(file, 'allergy', field, item))
  const substance = said('substance')
  const details = [said('reaction'), said('severity')].filter((words) => words !== undefined)
  if (substance === undefined && details.length === 0) return undefined
  const named = substance ?? 'Substance not recorded'
  return details.length === 0 ? named : `${named} (${details.join(', ')})`
}

/** The allergies of the patient as this case tells them. */
export function allergiesIn(file: CaseFile): AllergyState {
  const answer = factOf(file, 'safety', 'allergies')
  const named = itemsOf(file, 'allergy').flatMap((item) => {
    const words = substanceWords(file, item)
    return words === undefined ? [] : [{ words, facts: Object.values(file.facts.allergy?.[item] ?? {}) }]
  })
  if (named.length > 0 || statedValues(answer).some(({ value }) => value === 'known')) {
    const facts = [...(answer ? [answer] : []), ...named.flatMap((one) => one.facts)]
    const differ = isContested(answer) ? ['sources differ on whether there are any'] : []
    return { state: 'known', words: [...named.map(({ words }) => words), ...differ], facts }
  }
  if (answer?.state === 'known') return { state: 'none' }
  return { state: answer?.state === 'pending' ? 'unavailable' : 'not-recorded' }
}
