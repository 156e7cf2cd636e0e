import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

/** Chip tones: the four severities, `accent` for filters and selection, `plain` for a value without judgement. */
type ChipTone = 'plain' | 'crit' | 'warn' | 'ok' | 'unk' | 'accent'

const toneIcons: Readonly<Partial<Record<ChipTone, IconName>>> = { crit: 'crit', warn: 'warn', ok: 'ok', unk: 'unk' }

type ChipProps = {
  tone?: ChipTone
  children: ReactNode
  /** A sign other than the tone's own; `null` for none (then the word must say it all). */
  icon?: IconName | null
  /** Makes the chip removable; `removeLabel` names the button, as `Remove filter: late`. */
  onRemove?: () => void
  removeLabel?: string
}

/** A short state or filter with shape, word and colour. */
export function Chip({ tone = 'plain', children, icon, onRemove, removeLabel = 'Remove' }: ChipProps) {
  const sign = icon === undefined ? toneIcons[tone] : icon
  return (
    <span className={tone === 'plain' ? 'chip' : `chip ${tone}`}>
      {sign && <Icon name={sign} />}
      <span>{children}</span>
      {onRemove && (
        <button type="button" className="chip-remove" aria-label={removeLabel} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
    </span>
  )
}
