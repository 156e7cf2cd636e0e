'use client'
import type { ReactNode } from 'react'
import { type StatedState, statedStates } from '@/lib/clinical/stated'
import { Icon } from './icon'

/** What the chart says about a value. Missing is never zero, negative or normal. */
export type Knowledge = StatedState

/** The word of each state. */
export const knowledgeWords: Readonly<Record<Knowledge, string>> = {
  known: 'Known',
  'not-assessed': 'Not assessed',
  pending: 'Pending',
  'not-applicable': 'Not applicable',
}

/** True where the form refuses without the answer; `by the board` where the board's dataset requires it and the form saves without. */
export type Required = boolean | 'by the board'

type LabelProps = { label: string; hint?: string; hintId: string; required: Required }

/** Label, whether it is needed, and hint in one line. */
export function FieldLabel({ label, hint, hintId, required }: LabelProps) {
  return (
    <span className="field-label">
      {label}
      {required && <span className="needed">{required === true ? 'needed' : `required ${required}`}</span>}
      {hint !== undefined && (
        <span id={hintId} className="hint">
          {hint}
        </span>
      )}
    </span>
  )
}

/** What is wrong with a field and what to do. Same words as in the error summary. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="field-error">
      <Icon name="crit" />
      <span>{children}</span>
    </p>
  )
}

type KnowledgeProps = {
  name: string
  /** The field it speaks about; heard by screen readers. */
  label: string
  /** Null while nobody has said. */
  value: Knowledge | null
  onChange: (value: Knowledge) => void
  options?: readonly Knowledge[]
}

/** Whether a value is known, not assessed, pending or not applicable: real radio buttons in a row. */
export function KnowledgeChoice({ name, label, value, onChange, options = statedStates }: KnowledgeProps) {
  return (
    <div className="knowledge" role="radiogroup" aria-label={`${label}: is it known?`}>
      {options.map((option) => (
        <label key={option} className={option === 'known' ? undefined : 'open'}>
          <input
            className="cover-input"
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {option === value && option !== 'known' && <Icon name="unk" />}
          {knowledgeWords[option]}
        </label>
      ))}
    </div>
  )
}
