'use client'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { type FormAnswers, InstrumentForm } from '@/app/_ui/instrument-form'
import { ReadingCard } from '@/app/_ui/reading-card'
import { bandsOf, readAny } from '@/lib/clinical/instrument'
import { findInstrument } from '@/lib/clinical/instruments/instruments'

/** The instrument to try out: its form and its reading. What is entered here goes nowhere. */
export function TryInstrument({ instrumentId }: { instrumentId: string }) {
  const [answers, setAnswers] = useState<FormAnswers>({})
  const instrument = findInstrument(instrumentId)
  if (!instrument) return null
  const answer = (item: string, value: unknown) =>
    setAnswers((before) => {
      const { [item]: _, ...others } = before
      return value === undefined ? others : { ...others, [item]: value }
    })
  return (
    <>
      <ReadingCard reading={readAny(instrument, answers)} bands={bandsOf(instrument)} />
      <Card
        title="Try it"
        note="nothing is stored"
        aside={
          <Button size="small" onClick={() => setAnswers({})}>
            Clear
          </Button>
        }
      >
        <InstrumentForm instrument={instrument} answers={answers} onAnswer={answer} withContext />
      </Card>
    </>
  )
}
