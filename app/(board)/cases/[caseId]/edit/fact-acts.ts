import { knowledgeWords } from '@/app/_ui/field-parts'
import { isContested } from '@/lib/cases/facts'
import type { Field } from '@/lib/cases/field'
import type { StatedState } from '@/lib/clinical/stated'
import { takesAnotherSource } from './contested-value'
import type { Place } from './save-queue'
import type { FactInForm } from './use-fact'

type Act = { label: string; onChoose: () => void }
type FactActed = { place: Place; field: Field; shown: FactInForm }

/** What can be said instead of a value; nothing while sources differ on one. */
export const stateActs = ({ fact, say }: FactInForm, states: readonly StatedState[]): Act[] =>
  isContested(fact)
    ? []
    : states
        .filter((one) => one !== fact?.state)
        .map((one) => ({ label: knowledgeWords[one], onChoose: () => say({ state: one }) }))

/** What can be done with an answer beside changing it: see its history, name another source, take it back. */
export function factActs(
  { place, field, shown }: FactActed,
  { onHistory, onAdd }: { onHistory: () => void; onAdd: () => void },
): Act[] {
  const { fact, say } = shown
  if (!fact) return []
  const { label } = field
  return [
    ...(fact.version > 0 ? [{ label: `History of ${label}`, onChoose: onHistory }] : []),
    ...(takesAnotherSource(place, shown) ? [{ label: `Another source on ${label}`, onChoose: onAdd }] : []),
    ...(isContested(fact) ? [] : [{ label: `Take back ${label}`, onChoose: () => say({ state: 'withdrawn' }) }]),
  ]
}
