'use client'
import { Menu } from '@/app/_ui/menu'
import { type Modality, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import { type OtherStance, otherStances, otherWords } from './ballot-draft'

type OtherAnswerProps = {
  modality: Modality
  value: OtherStance | null
  onChange: (other: OtherStance | null) => void
  blocked: string | undefined
  size?: 'small' | 'normal'
}

/** Abstain, recuse or need information, for all options of a modality at once. */
export function OtherAnswer({ modality, value, onChange, blocked, size = 'small' }: OtherAnswerProps) {
  const shown = value === null ? 'Other answer' : otherWords[value].shown
  const others = otherStances.map((other) => ({
    label: otherWords[other].act,
    onChoose: () => onChange(other),
    blockedBecause: blocked,
  }))
  const back = { label: 'Answer each option', onChoose: () => onChange(null), blockedBecause: blocked }
  return (
    <Menu
      label={shown}
      name={`${modalityFacts[modality].title}: ${shown}`}
      size={size}
      tone={value === null && size === 'small' ? 'quiet' : 'default'}
      acts={value === null ? others : [back, ...others]}
    />
  )
}
