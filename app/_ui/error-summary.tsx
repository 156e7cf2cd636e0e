'use client'
import { useEffect, useRef } from 'react'
import { Icon } from './icon'

/** One thing to mend: the id of its input and the same sentence that stands at the input. */
export type FieldProblem = { fieldId: string; message: string }

const errorMark = 'Error: '
const withoutError = (title: string) => (title.startsWith(errorMark) ? title.slice(errorMark.length) : title)
const withError = (title: string) => `${errorMark}${withoutError(title)}`

/**
 * What is wrong with a form, above it, each line leading to its field (DESIGN F6). Takes the focus whenever a problem comes
 * in that was not there before, not while they are mended one by one; renders nothing for an empty list. While there is a problem,
 * the title of the page begins with `Error:`.
 */
export function ErrorSummary({ problems, general }: { problems: readonly FieldProblem[]; general?: string }) {
  const box = useRef<HTMLDivElement>(null)
  const isEmpty = problems.length === 0 && general === undefined
  const words = [general ?? '', ...problems.map(({ message }) => message)].join('\n')
  const known = useRef<readonly string[]>([])
  useEffect(() => {
    const lines = words.split('\n').filter(Boolean)
    if (lines.some((line) => !known.current.includes(line))) box.current?.focus()
    known.current = lines
  }, [words])
  useEffect(() => {
    if (isEmpty) return
    document.title = withError(document.title)
    return () => {
      document.title = withoutError(document.title)
    }
  }, [isEmpty])
  if (isEmpty) return null
  return (
    <div ref={box} className="error-summary" role="alert" tabIndex={-1}>
      <h2>
        <Icon name="crit" size="medium" />
        There is a problem
      </h2>
      {general !== undefined && <p>{general}</p>}
      <ul>
        {problems.map(({ fieldId, message }) => (
          <li key={`${fieldId} ${message}`}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault()
                focusField(fieldId)
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const focusField = (fieldId: string) => {
  const field = document.getElementById(fieldId)
  const input = field?.matches('fieldset') ? field.querySelector<HTMLElement>('input, select, textarea') : field
  const target = input ?? field
  target?.scrollIntoView({ block: 'center' })
  target?.focus()
}
