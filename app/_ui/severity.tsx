import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/**
 * What a mark of state means: `crit` dangerous or late, `warn` needs care, `ok` met or complete, `unk` not known,
 * `info` noteworthy without judgement, `clock` running, `block` cannot go on, `calm` on time.
 */
export type SeverityTone = 'crit' | 'warn' | 'ok' | 'unk' | 'info' | 'clock' | 'block' | 'calm'

/** The shape that goes with each tone, so that colour is never alone. */
const severityIcons: Readonly<Record<SeverityTone, IconName>> = {
  crit: 'crit',
  warn: 'warn',
  ok: 'ok',
  unk: 'unk',
  info: 'info',
  clock: 'clock',
  block: 'block',
  calm: 'clock',
}

/** Shape, word and colour of a state, in the running text. */
export function Severity({ tone, children }: { tone: SeverityTone; children: ReactNode }) {
  return (
    <span className={`severity severity-${tone}`}>
      <Icon name={severityIcons[tone]} />
      <span>{children}</span>
    </span>
  )
}
