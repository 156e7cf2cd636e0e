import type { CaseReadings } from '@/lib/cases/readings'
import { describeLevels } from '@/lib/clinical/spine'

/**
 * What a card that shows one level must not leave out: the levels that could be worse than the one shown, and the highest
 * settled level where it is another. Null when the highest SINS of the case is settled, or no other level has a part in it.
 */
export function otherLevelsWords(worst: CaseReadings['worstSins']): { title: string; more: string } | null {
  if (worst.kind !== 'incomplete') return null
  const { between, open, lead, settled } = worst
  const others = open.filter((level) => level !== lead)
  const elsewhere = settled && !settled.at.includes(lead) ? settled : null
  if (others.length === 0 && !elsewhere) return null
  const title = others.length > 0 ? `${describeLevels(others)} could be worse.` : `${lead} is the worst level.`
  const range = `The highest SINS lies in ${between.join('–')}.`
  const of = elsewhere && `Settled highest: ${elsewhere.total} at ${describeLevels(elsewhere.at)}.`
  return { title, more: [range, of].filter(Boolean).join(' ') }
}
