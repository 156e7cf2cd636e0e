'use client'
import { type ReactNode, useState } from 'react'
import { Icon } from '@/app/_ui/icon'

type FoldedGroupProps = { title: string; answered: number; of: number; children: ReactNode }

const answeredWords = (answered: number, of: number): string => {
  if (of === 0) return 'none recorded'
  if (answered > 0) return `${answered} of ${of} answered`
  return of === 1 ? '1 question' : `${of} questions`
}

/** Fields in depth that a plain case leaves closed. Opens by itself once one of them is answered; its heading says how many are. */
export function FoldedGroup({ title, answered, of, children }: FoldedGroupProps) {
  const [isOpen, setOpen] = useState(answered > 0)
  const [before, setBefore] = useState(answered)
  if (answered !== before) {
    setBefore(answered)
    if (before === 0) setOpen(true)
  }
  return (
    <details className="fact-group" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="down" />
        <h3>{title}</h3>
        <span className="hint">{answeredWords(answered, of)}</span>
      </summary>
      {children}
    </details>
  )
}
