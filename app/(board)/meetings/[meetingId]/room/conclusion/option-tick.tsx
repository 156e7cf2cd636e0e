'use client'
import type { ReactNode } from 'react'
import type { OptionView } from '@/lib/deliberation/model/views'

type OptionTickProps = {
  option: OptionView
  isChosen: boolean
  onChange: (isChosen: boolean) => void
  children: ReactNode
}

/** One option to recommend or not; owner and day stand below it once it is chosen. */
export function OptionTick({ option, isChosen, onChange, children }: OptionTickProps) {
  const { letter, title, detail } = option
  return (
    <div className="option-tick">
      <label className="tick">
        <input type="checkbox" checked={isChosen} onChange={(event) => onChange(event.target.checked)} />
        <span>
          <b>
            {letter} {title}
          </b>
          {detail !== '' && <span className="under">{detail}</span>}
        </span>
      </label>
      {children}
    </div>
  )
}
