'use client'
import { type ReactNode, useState } from 'react'
import { FactHistory, type FactPlace } from '../_fact-history'

type SourceButtonProps = { caseId: string; place: FactPlace; label: string; timeZone: string; children: ReactNode }

/** A value that opens where it comes from: who entered it, when, and what it replaced. On paper only the value. */
export function SourceButton({ children, ...source }: SourceButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="source-btn"
        aria-haspopup="dialog"
        title="Who entered it, when, and what it replaced"
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      {isOpen && <FactHistory {...source} onClose={() => setOpen(false)} />}
    </>
  )
}
