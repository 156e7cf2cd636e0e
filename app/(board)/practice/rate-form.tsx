'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { ModalityMark } from '@/app/_ui/modality-mark'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { StanceControl } from '@/app/_ui/stance-control'
import { TextAreaField } from '@/app/_ui/text-field'
import { useKeptDraft } from '@/app/(board)/_drafts/use-kept-draft'
import { api, ask, type Failure } from '@/lib/api/client'
import { modalities, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { PastOption } from '@/lib/practice/model/past-case'
import type { ShadowStance } from '@/lib/practice/model/shadow-vote'

type RateFormProps = { conclusionId: string; userId: string; options: readonly PastOption[] }
type Draft = { stances: Readonly<Record<string, ShadowStance>>; reasons: string }

const stanceId = (optionId: string) => `stance-${optionId}`
const nothing: Draft = { stances: {}, reasons: '' }

/** The own ratings of the options that the board had. Sent as a whole; the board’s answer comes after it. */
export function RateForm({ conclusionId, userId, options }: RateFormProps) {
  const router = useRouter()
  const [draft, setDraft] = useState(nothing)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isSending, setSending] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const [keys] = useState(repeatKeys)
  const isTouched = draft.reasons !== '' || Object.keys(draft.stances).length > 0
  useKeptDraft({
    ...{ userId, where: `practice-${conclusionId}`, draft: isTouched ? draft : null },
    onLeft: (left: Draft) => setDraft(left),
  })
  const missing = options.filter(({ optionId }) => draft.stances[optionId] === undefined)
  const send = async () => {
    setAsked(true)
    const [first] = missing
    if (first) {
      document.querySelector<HTMLInputElement>(`#${stanceId(first.optionId)} input`)?.focus()
      return
    }
    const ratings = options.flatMap(({ optionId }) => {
      const stance = draft.stances[optionId]
      return stance ? [{ optionId, stance }] : []
    })
    const input = { conclusionId, ratings, reasons: draft.reasons }
    setSending(true)
    const sent = await ask(api.practice.rate(input, { context: { idempotencyKey: keys.keyFor(input) } }))
    setSending(false)
    if (!sent.ok) {
      setFailure(sent.refusal)
      return
    }
    setDraft(nothing)
    router.refresh()
  }
  const words = failure && refusalWords(failure)
  return (
    <Card title="Your ratings" note={`${options.length - missing.length} of ${options.length}`} head="ruled" flush>
      <div className="modality-rows">
        {modalities.map((modality) => {
          const own = options.filter((option) => option.modality === modality)
          if (own.length === 0) return null
          return (
            <section key={modality} className="modality-row" aria-label={modalityFacts[modality].title}>
              <div className="modality-head">
                <h3>
                  <ModalityMark modality={modality} size="medium" />
                  {modalityFacts[modality].title}
                </h3>
              </div>
              <div>
                {own.map((option) => (
                  <RateOption
                    key={option.optionId}
                    option={option}
                    value={draft.stances[option.optionId] ?? null}
                    isMissed={isAsked && draft.stances[option.optionId] === undefined}
                    onChange={(stance) =>
                      setDraft({ ...draft, stances: { ...draft.stances, [option.optionId]: stance } })
                    }
                  />
                ))}
              </div>
            </section>
          )
        })}
      </div>
      <div className="practice-send stack">
        <TextAreaField
          label="Your reasons"
          hint="Optional. You read them again beside those of the board."
          value={draft.reasons}
          onChange={(reasons) => setDraft({ ...draft, reasons })}
          limit={5000}
          error={fieldErrors(failure).reasons}
        />
        {words && (
          <Notice kind="failed" title={words.title} announce="alert">
            {words.next}
          </Notice>
        )}
        <div className="row-wrap">
          <Button tone="primary" busy={isSending} busyLabel="Saving" onClick={send}>
            Save and see the board’s answer
          </Button>
          <span className="muted">Ratings cannot be changed afterwards.</span>
        </div>
      </div>
    </Card>
  )
}

type RateOptionProps = {
  option: PastOption
  value: ShadowStance | null
  isMissed: boolean
  onChange: (stance: ShadowStance) => void
}

function RateOption({ option: { optionId, letter, title, detail }, value, isMissed, onChange }: RateOptionProps) {
  return (
    <>
      <div className="option">
        <span className="option-letter">{letter}</span>
        <span className="option-words">
          <b>{title}</b>
          <span className="under">{detail}</span>
        </span>
        <StanceControl id={stanceId(optionId)} option={title} value={value} onChange={onChange} />
      </div>
      {isMissed && (
        <p className="field-error" role="alert">
          Rate this option too.
        </p>
      )}
    </>
  )
}
