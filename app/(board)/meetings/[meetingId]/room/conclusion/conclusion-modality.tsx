'use client'
import { ModalityMark } from '@/app/_ui/modality-mark'
import { Segmented } from '@/app/_ui/segmented'
import { TextAreaField } from '@/app/_ui/text-field'
import { type Modality, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import type { Outcome } from '@/lib/deliberation/model'
import type { ConclusionText } from '@/lib/deliberation/model/conclusion'
import type { Day } from '@/lib/foundation/time'
import { AlternativesOf } from './alternatives-of'
import { CarriedFields } from './carried-fields'
import { type VoteGround, withAnswer, withOption } from './conclusion-draft'
import { conclusionFieldId } from './conclusion-fields'
import { dayKey, type TypedDays } from './conclusion-problems'
import { ConditionField } from './condition-field'
import { OptionTick } from './option-tick'
import type { Colleague } from './use-colleagues'

const outcomeSegments: readonly { value: Outcome; label: string }[] = [
  { value: 'recommended', label: 'Recommend' },
  { value: 'none', label: 'None' },
  { value: 'deferred', label: 'Defer' },
]

type ConclusionModalityProps = {
  modality: Modality
  text: ConclusionText
  ground: VoteGround
  people: readonly Colleague[]
  today: Day
  problems: Readonly<Record<string, string>>
  typedDays: TypedDays
  onChange: (text: ConclusionText) => void
  /** A date was typed; its key, and the words as they stand. */
  onType: (key: string, typed: string) => void
}

/** What the board says on one kind of treatment: which options with owner and day, none and why, or deferred for what. */
export function ConclusionModality(props: ConclusionModalityProps) {
  const { modality, text, ground, people, today, problems, typedDays, onChange, onType } = props
  const path = `answers.${modality}`
  const { title } = modalityFacts[modality]
  const answer = text.answers[modality]
  const options = ground.options.filter((option) => option.modality === modality)
  const dated = (optionId: string | null) => {
    const key = dayKey(modality, optionId)
    return { typed: typedDays[key], onType: (typed: string) => onType(key, typed) }
  }
  const set = (change: Partial<typeof answer>) => onChange(withAnswer(text, modality, change, ground))
  const segments = options.length > 0 ? outcomeSegments : outcomeSegments.filter(({ value }) => value !== 'recommended')
  return (
    <section className="conclusion" aria-label={title}>
      <div className="row-wrap">
        <h3 className="row">
          <ModalityMark modality={modality} size="medium" />
          {title}
        </h3>
        <span className="spacer" />
        <Segmented
          id={conclusionFieldId(`${path}.outcome`)}
          label={`What the board says on ${title.toLowerCase()}`}
          labelHidden
          segments={segments}
          value={answer.outcome}
          onChange={(outcome) => set({ outcome })}
          error={problems[`${path}.outcome`]}
        />
      </div>
      {answer.outcome === 'recommended' && (
        <fieldset className="field" id={conclusionFieldId(`${path}.options`)} tabIndex={-1}>
          <legend className="visually-hidden">Recommended options for {title.toLowerCase()}</legend>
          {options.map((option) => {
            const place = answer.options.findIndex(({ optionId }) => optionId === option.optionId)
            const chosen = answer.options[place]
            return (
              <OptionTick
                key={option.optionId}
                option={option}
                isChosen={chosen !== undefined}
                onChange={(isChosen) => onChange(withOption(text, modality, option.optionId, isChosen, ground))}
              >
                {chosen && (
                  <>
                    <ConditionField
                      id={conclusionFieldId(`${path}.options.${place}.condition`)}
                      value={chosen.condition}
                      onChange={(condition) =>
                        set({ options: answer.options.map((one) => (one === chosen ? { ...one, condition } : one)) })
                      }
                    />
                    <CarriedFields
                      path={`${path}.options.${place}`}
                      value={chosen}
                      onChange={(change) =>
                        set({ options: answer.options.map((one) => (one === chosen ? { ...one, ...change } : one)) })
                      }
                      {...{ people, today, problems }}
                      {...dated(option.optionId)}
                    />
                  </>
                )}
              </OptionTick>
            )
          })}
          {problems[`${path}.options`] !== undefined && <p className="field-error">{problems[`${path}.options`]}</p>}
        </fieldset>
      )}
      {answer.outcome === 'none' && (
        <TextAreaField
          id={conclusionFieldId(`${path}.because`)}
          label={`No ${title.toLowerCase()}, because`}
          required
          rows={2}
          limit={2000}
          value={answer.because}
          onChange={(because) => set({ because })}
          error={problems[`${path}.because`]}
        />
      )}
      {answer.outcome === 'deferred' && (
        <>
          <TextAreaField
            id={conclusionFieldId(`${path}.missing`)}
            label="What is missing"
            required
            rows={2}
            limit={2000}
            value={answer.missing}
            onChange={(missing) => set({ missing })}
            error={problems[`${path}.missing`]}
          />
          <CarriedFields {...{ path, people, today, problems }} {...dated(null)} value={answer} onChange={set} />
        </>
      )}
      <AlternativesOf {...{ modality, answer, problems }} options={ground.options} onChange={set} />
    </section>
  )
}
