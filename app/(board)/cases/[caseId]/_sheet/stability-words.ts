import type { CaseReadings } from '@/lib/cases/readings'
import { describeLevels } from '@/lib/clinical/spine'

/**
 * What a card that shows one level must not leave out: the levels that could be worse than the one shown, those without a score,
 * and the highest settled level where it is another. Null when the highest SINS of the case is settled, or no other level has a
 * part in it.
 */
export function otherLevelsWords(worst: CaseReadings['worstSins']): { title: string; more: string } | null {
  const unscored = unscoredWords(worst)
  if (worst.kind === 'none') return worst.unscored.length > 1 ? { title: unscored, more: '' } : null
  if (worst.kind === 'complete') return unscored === '' ? null : { title: unscored, more: '' }
  const { between, open, lead, settled } = worst
  const others = open.filter((level) => level !== lead)
  const elsewhere = settled && !settled.at.includes(lead) ? settled : null
  if (others.length === 0 && !elsewhere && unscored === '') return null
  const titleOf = others.length > 0 ? `${describeLevels(others)} could be worse.` : `${lead} is the worst level.`
  const title = others.length === 0 && !elsewhere ? unscored : titleOf
  const range = `The highest SINS lies in ${between.join('–')}.`
  const of = elsewhere && `Settled highest: ${elsewhere.total} at ${describeLevels(elsewhere.at)}.`
  return { title, more: [range, of, title === unscored ? '' : unscored].filter(Boolean).join(' ') }
}

/** `T12 has no score: operated before.`; empty where every level has a score or a range. */
export const unscoredWords = ({ unscored }: CaseReadings['worstSins']): string =>
  unscored.length === 0
    ? ''
    : `${describeLevels(unscored)} ${unscored.length === 1 ? 'has' : 'have'} no score: operated before.`
