import type { RuleReading } from '@/lib/clinical/reading'

const groups = ['Unmet', 'Caution', 'Met'] as const
const words = { Unmet: 'unmet', Caution: 'with caution', Met: 'met' } as const

/** How many conditions of a checklist stand where: `1 unmet, 4 met, 4 open`. What is unmet comes first. */
export function countedWords(reading: RuleReading): string {
  const findings = 'findings' in reading ? reading.findings : []
  const counted = groups.map((group) => ({
    word: words[group],
    count: findings.filter((finding) => finding.group === group).length,
  }))
  const open = { word: 'open', count: reading.kind === 'incomplete' ? reading.missing.length : 0 }
  return [...counted, open]
    .filter(({ count }) => count > 0)
    .map(({ word, count }) => `${count} ${word}`)
    .join(', ')
}
