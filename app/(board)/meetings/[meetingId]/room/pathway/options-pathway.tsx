'use client'
import { useMemo, useRef } from 'react'
import { Card } from '@/app/_ui/card'
import { AcknowledgeWarning } from '@/app/(board)/cases/[caseId]/_sheet/acknowledge-warning'
import { type JudgedBy, type OptionWarning, type SaidOf, saidOnce } from '@/lib/cases/pathway/option-judgement'
import { modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { OptionView } from '@/lib/deliberation/model/views'
import { showInstant } from '@/lib/foundation/time'
import { listWords } from '@/lib/foundation/words'
import { byModality } from '../ballot/ballot-draft'
import { type JudgedAgainst, judged } from './judged'
import { PlannedAgain } from './planned-again'
import { foldedWords, isNote, OpenRuleLine, RuleLine } from './rule-line'
import './option-rules.css'

/** Options by their letters, such as `Radiation A and B; Surgery A`. */
const namesOf = (options: readonly OptionView[]): string =>
  byModality(options)
    .map(({ modality, options: of }) => `${modalityFacts[modality].title} ${listWords(of.map(({ letter }) => letter))}`)
    .join('; ')

type OptionsPathwayProps = {
  options: readonly OptionView[]
  against: JudgedAgainst
  answering: Answering
  timeZone: string
}

/** What the pathway says of all options, each rule once with the options that it is said of: before, during and after the vote. */
export function OptionsPathway({ options, against, answering, timeZone }: OptionsPathwayProps) {
  const said = useMemo(() => {
    const known = options.flatMap((option) => {
      const judgement = judged(option.plan, against, option.optionId)
      return judgement ? [{ option, judgement }] : []
    })
    const warned = known.flatMap(({ option, judgement }) =>
      judgement.warnings.map((warning) => ({ ...warning, option })),
    )
    return { ...saidOnce(known), warned, judgedOptions: known.length }
  }, [options, against])
  const warnedBy = ({ ruleId, of }: SaidOf<JudgedBy, OptionView>) =>
    said.warned.filter((one) => one.ruleId === ruleId && of.includes(one.option))
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
              <RuleLine key={`${rule.ruleId} ${rule.says}`} rule={rule} of={namesOf(rule.of)}>
                <Acknowledged {...{ answering, timeZone }} title={rule.title} warned={warnedBy(rule)} />
              </RuleLine>
            ))}
          </ul>
        )}
        {answering.may && answering.isSealed && said.warned.some(({ acknowledged }) => acknowledged === null) && (
          <p className="quiet">
            Nobody acknowledges a warning while the vote is sealed: it would show how they lean. After the reveal it is
            open again.
          </p>
        )}
        {options.map((option) => (
          <PlannedAgain key={option.optionId} plan={option.plan} against={against} of={namesOf([option])} />
        ))}
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

type Answering = {
  caseId: string
  may: boolean
  /** The vote runs: what somebody acknowledges now would tell of a ballot. */
  isSealed: boolean
  onDone: () => Promise<unknown>
}
type Warned = OptionWarning & { option: OptionView }
type AcknowledgedProps = { answering: Answering; timeZone: string; title: string; warned: readonly Warned[] }

/** Who acknowledged a warning and when, with the options where not all were; for those that are left, the one click, but not in a sealed vote. */
function Acknowledged({ answering: { caseId, may, isSealed, onDone }, timeZone, title, warned }: AcknowledgedProps) {
  const place = useRef<HTMLDivElement>(null)
  const left = warned.filter(({ acknowledged }) => acknowledged === null)
  const actOf = ({ acknowledged: act }: Warned) => (act ? `${act.by}, ${showInstant(act.at, timeZone)}` : null)
  const acts = [...new Set(warned.flatMap((one) => actOf(one) ?? []))]
  // The button is gone once it is done: the focus goes to what stands in its place.
  const done = async () => {
    await onDone()
    place.current?.focus()
  }
  if (warned.length === 0) return null
  return (
    <div ref={place} tabIndex={-1}>
      {acts.map((act) => {
        const of = warned.filter((one) => actOf(one) === act)
        return (
          <span key={act} className="under">
            {of.length < warned.length && `${namesOf(of.map(({ option }) => option))}: `}Acknowledged by {act}
          </span>
        )
      })}
      {may && !isSealed && left.length > 0 && (
        <AcknowledgeWarning
          title={title}
          onDone={done}
          warnings={left.map(({ ruleId, says, option: { optionId } }) => ({ caseId, ruleId, says, optionId }))}
        />
      )}
    </div>
  )
}
