'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { splitLabel } from '@/app/_ui/instrument-answer'
import { type FormAnswers, InstrumentForm } from '@/app/_ui/instrument-form'
import { ReadingBadge, ReadingCard } from '@/app/_ui/reading-card'
import { bandsOf, type Instrument, readAny } from '@/lib/clinical/instrument'
import { findInstrument } from '@/lib/clinical/instruments/instruments'
import { type Change, changesBetween } from './changes'
import type { WhatIfProps } from './what-if'

/** A score of the case with its questions, each of which can be answered otherwise for as long as the dialog is open. */
export default function WhatIfDialog({ instrumentId, onClose, ...rest }: WhatIfProps & { onClose: () => void }) {
  const instrument = findInstrument(instrumentId)
  return instrument && <Tried {...{ instrument, onClose, ...rest }} />
}

type TriedProps = Omit<WhatIfProps, 'instrumentId'> & { instrument: Instrument; onClose: () => void }

function Tried({ instrument, name, where, recorded, onClose }: TriedProps) {
  const [answers, setAnswers] = useState<FormAnswers>(recorded)
  const [began, begin] = useState(0)
  const before = readAny(instrument, recorded)
  const after = readAny(instrument, answers)
  const changes = changesBetween(before.lines, after.lines)
  const answer = (item: string, value: unknown) =>
    setAnswers((known) => {
      const { [item]: _, ...others } = known
      return value === undefined ? others : { ...others, [item]: value }
    })
  const goBack = () => {
    setAnswers(recorded)
    begin(began + 1)
  }
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={`What if: ${where === undefined ? name : `${name}, ${where}`}`}
      description="Nothing here is stored. The case keeps its answers."
      actions={
        <>
          {changes.length > 0 && <Button onClick={goBack}>Back to the case’s answers</Button>}
          <Button tone="primary" onClick={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className="what-if-result" role="status">
        <dl className="facts">
          <dt>Case</dt>
          <dd>
            <ReadingBadge reading={before} />
          </dd>
          <dt>What if</dt>
          <dd>
            {changes.length === 0 ? (
              <span className="muted">Nothing changed yet</span>
            ) : (
              <ReadingBadge reading={after} />
            )}
          </dd>
        </dl>
        <Changes changes={changes} />
      </div>
      <InstrumentForm key={began} instrument={instrument} answers={answers} onAnswer={answer} withContext />
      {changes.length > 0 && (
        <ReadingCard reading={after} bands={bandsOf(instrument)} shortTitle={`What if: ${name}`} where={where} />
      )}
    </Dialog>
  )
}

const shortly = (finding: string | null) => (finding === null ? 'not known' : splitLabel(finding).name)

function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null
  return (
    <ul>
      {changes.map(({ item, label, from, to }) => (
        <li key={item}>
          {label}: {shortly(from)} → <b>{shortly(to)}</b>
        </li>
      ))}
    </ul>
  )
}
