'use client'
import { type ReactNode, useId } from 'react'
import { FieldError, FieldLabel, type Knowledge, KnowledgeChoice, type Required } from './field-parts'

type FieldProps = {
  label: string
  /** Short help before the input: what to enter, between which limits. */
  hint?: string
  /** Says `needed` beside the label where the form refuses without it, or who requires it. */
  required?: Required
  /** What is wrong and what to do, in one sentence. */
  error?: string
  /** Who entered the value and when: `E. Wyndlass, 24-Nov-2026 13:58`. */
  source?: string
  /** Offers `Known / Not assessed / Pending / Not applicable`; the input shows while the value is known, or nobody has said (null). */
  knowledge?: { value: Knowledge | null; onChange: (value: Knowledge) => void; options?: readonly Knowledge[] }
  /** Id of the input; error summaries link to it. */
  id?: string
  /** `group` draws a fieldset for several inputs under one label. */
  kind?: 'single' | 'group'
  className?: string
  /** Draws the input with the ids that tie label, hint and error to it. */
  children: (ties: FieldTies) => ReactNode
}

/** Spread these on the input. */
type FieldTies = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  required: boolean
}

/** One question of a form: label, hint, input, error, what is known, and where the value comes from. */
export function Field(props: FieldProps) {
  const { label, hint, required = false, error, source, knowledge, kind = 'single', className, children } = props
  const ownId = useId()
  const id = props.id ?? ownId
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean).join(' ')
  const ties: FieldTies = {
    id,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === undefined ? undefined : true,
    required: required === true,
  }
  const isOpen = !knowledge || knowledge.value === null || knowledge.value === 'known'
  const rest = (
    <>
      {knowledge && <KnowledgeChoice name={`${id}-known`} label={label} {...knowledge} />}
      {isOpen && children(ties)}
      {error !== undefined && <FieldError id={errorId}>{error}</FieldError>}
      {source !== undefined && <p className="field-source">{source}</p>}
    </>
  )
  const classes = className === undefined ? 'field' : `field ${className}`
  const heading = <FieldLabel label={label} hint={hint} hintId={hintId} required={required} />
  if (kind === 'group') {
    return (
      <fieldset className={classes} id={id} tabIndex={-1} aria-describedby={ties['aria-describedby']}>
        <legend>{heading}</legend>
        {rest}
      </fieldset>
    )
  }
  return (
    <div className={classes}>
      {isOpen ? <label htmlFor={id}>{heading}</label> : heading}
      {rest}
    </div>
  )
}
