'use client'
import { useMemo } from 'react'
import { Card } from '@/app/_ui/card'
import { saidOnce } from '@/lib/cases/pathway/option-judgement'
import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { OptionView } from '@/lib/deliberation/model/views'
import { listWords } from '@/lib/foundation/words'
import { byModality } from '../ballot/ballot-draft'
import { type JudgedAgainst, judged } from './judged'
import { foldedWords, isNote, OpenRuleLine, RuleLine } from './rule-line'
import './option-rules.css'

/** Options by their letters, such as `Radiation A and B; Surgery A`. */
const namesOf = (options: readonly OptionView[]): string =>
  byModality(options)
    .map(({ modality, options: of }) => `${modalityFacts[modality].title} ${listWords(of.map(({ letter }) => letter))}`)
    .join('; ')

/** What the pathway says of all options, each rule once with the options that it is said of: before, during and after the vote. */
export function OptionsPathway({ options, against }: { options: readonly OptionView[]; against: JudgedAgainst }) {
  const said = useMemo(() => {
    const known = options.flatMap((option) => {
      const judgement = judged(option.plan, against)
      return judgement ? [{ option, judgement }] : []
    })
    return { ...saidOnce(known), judgedOptions: known.length }
  }, [options, against])
  if (said.judgedOptions === 0) return null
  const notes = said.raised.filter(isNote)
  const loud = said.raised.filter((one) => !isNote(one))
  const folded = foldedWords(notes.length, said.open.length)
  return (
    <Card
      title="Pathway on these options"
      note="a stop asks for a reason at signing; the board can always go on"
      head="ruled"
    >
      <div className="option-rules small">
        {loud.length === 0 && <p>No stop and no warning by what is recorded.</p>}
        {loud.length > 0 && (
          <ul className="said-once">
            {loud.map((rule) => (
              <RuleLine key={`${rule.ruleId} ${rule.says}`} rule={rule} of={namesOf(rule.of)} />
            ))}
          </ul>
        )}
        {folded !== '' && (
          <details className="option-more">
            <summary>{folded}</summary>
            <ul className="said-once">
              {notes.map((rule) => (
                <RuleLine key={`${rule.ruleId} ${rule.says}`} rule={rule} of={namesOf(rule.of)} />
              ))}
              {said.open.map((rule) => (
                <OpenRuleLine key={`${rule.ruleId} ${rule.lacks.join()}`} rule={rule} of={namesOf(rule.of)} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  )
}
