import { measuredWords } from '@/app/_ui/instrument-answer'
import { openCollapse } from '@/lib/cases/sections/lesions'
import { sins } from '@/lib/clinical/instruments/sins'

const cells = sins.items.collapse.cells

const isOpen = (chosen: string | null): boolean => chosen === null || Object.hasOwn(openCollapse, chosen)

const cellWords = (id: string): string => {
  const cell = cells.find((one) => one.id === id)
  if (!cell) return ''
  return `${cell.label}, ${cell.points} ${cell.points === 1 ? 'point' : 'points'}`
}

/** What a measured loss of height means for the score: `→ More than 50 % collapse, 3 points`. */
export function collapseEcho(percent: number, chosen: string | null): string {
  const { words, ask } = measuredWords(sins.items.collapse, percent, '%')
  if (ask === undefined && percent !== 0) return `→ ${words}`
  return chosen === null || isOpen(chosen) ? 'This needs one more answer.' : `→ ${cellWords(chosen)}`
}

/** The question that a measured value leaves open, with its two answers; null when it is settled. */
export function collapseQuestion(
  percent: number,
  chosen: string | null,
): { title: string; choices: readonly { id: string; label: string }[] } | null {
  if (!isOpen(chosen)) return null
  const choicesOf = (ids: readonly string[]) => ids.map((id) => ({ id, label: cellWords(id) }))
  if (percent === 50) return { title: 'The scale does not define exactly 50 %.', choices: choicesOf(['lt50', 'gt50']) }
  if (percent === 0) return { title: 'How much of the body is tumour?', choices: choicesOf(['involved', 'none']) }
  return null
}
