'use client'
import { useRef, useState } from 'react'
import { Icon } from './icon'

type CopyNumberProps = {
  /** The number as it is shown, and who issued it. */
  shown: string
  label: string
  /** What is copied: the number alone. */
  bare: string
}

/** A number that one click or Enter copies. Where the browser gives no clipboard, it is selected, ready for Ctrl-C. */
export function CopyNumber({ shown, label, bare }: CopyNumberProps) {
  const [outcome, setOutcome] = useState('')
  const number = useRef<HTMLSpanElement>(null)
  const select = () => {
    if (number.current) window.getSelection()?.selectAllChildren(number.current)
    setOutcome('Selected: press Ctrl-C')
  }
  const copy = async () => {
    if (!window.isSecureContext) return select()
    await navigator.clipboard.writeText(bare).then(() => setOutcome('Copied'), select)
  }
  return (
    <span className="copy-number">
      <button
        type="button"
        aria-label={`Copy ${label} ${shown}`}
        title="Copy the number"
        onClick={() => void copy()}
        onBlur={() => setOutcome('')}
      >
        <span ref={number} className="ident nowrap">
          {shown}
        </span>
        <Icon name={outcome === 'Copied' ? 'tick' : 'copy'} />
      </button>
      <span role="status" className="copy-outcome">
        {outcome}
      </span>
    </span>
  )
}
