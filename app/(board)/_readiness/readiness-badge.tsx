import { Severity, type SeverityTone } from '@/app/_ui/severity'
import type { ReadinessState, ReadinessView } from '@/lib/cases/readiness-state'
import { type StandingReadiness, standingOf } from '@/lib/cases/readiness-views'

const tones: Readonly<Record<ReadinessState, SeverityTone>> = { ready: 'ok', conditional: 'warn', blocked: 'block' }

type Figures = Pick<StandingReadiness, 'state' | 'blocking' | 'open'>

/** `Ready`, `Conditional, 5 open`, `Blocked, 2 required open`. */
export const readinessWords = ({ state, blocking, open }: Figures): string => {
  if (state === 'ready') return 'Ready'
  return state === 'blocked' ? `Blocked, ${blocking} required open` : `Conditional, ${open} open`
}

/** How ready a case is: shape, word and colour, with the number of open answers. */
export function ReadinessBadge({ figures }: { figures: Figures }) {
  return <Severity tone={tones[figures.state]}>{readinessWords(figures)}</Severity>
}

/** The same of a full view. */
export const figuresOf = (view: ReadinessView): Figures => standingOf('', view)
