'use client'
import { Button } from '@/app/_ui/button'
import { Segmented } from '@/app/_ui/segmented'
import { SelectField, TextField } from '@/app/_ui/text-field'
import { optionTypesOf } from '@/lib/clinical/catalogue/catalogue'
import { type Modality, modalityFacts } from '@/lib/clinical/catalogue/modalities'
import {
  alternativePath,
  leftAside,
  type Standing,
  saidOf,
  standings,
  standingWords,
} from '@/lib/deliberation/model/alternatives'
import type { DraftAnswer } from '@/lib/deliberation/model/conclusion'
import type { OptionView } from '@/lib/deliberation/model/views'
import { voted, withAlternativeOf, withFurther } from './conclusion-draft'
import { conclusionFieldId } from './conclusion-fields'

const segments = standings.map((value) => ({ value, label: segmentWords(value) }))

type AlternativesOfProps = {
  modality: Modality
  answer: DraftAnswer
  options: readonly OptionView[]
  problems: Readonly<Record<string, string>>
  onChange: (change: Partial<DraftAnswer>) => void
}

/** How the board sees what it does not recommend of one kind of treatment: every option of the vote, and those somebody adds. */
export function AlternativesOf({ modality, answer, options, problems, onChange }: AlternativesOfProps) {
  const aside = leftAside(modality, answer, options.map(voted))
  const isAnswered = answer.outcome === 'recommended' || answer.outcome === 'none'
  const named = answer.further.map(({ optionType }) => optionType)
  const types = optionTypesOf(modality).filter(({ id, kind }) => kind === 'treatment' && !named.includes(id))
  if (!isAnswered) return null
  return (
    <div className="alternatives">
      {aside.map(({ id, letter, title }) => (
        <Judged
          key={id}
          path={alternativePath(modality, id)}
          title={`${letter} ${title}`}
          said={saidOf(answer, id)}
          isReasonGiven={answer.outcome === 'none'}
          problems={problems}
          onSay={(change) => onChange(withAlternativeOf(answer, id, change))}
        />
      ))}
      {answer.further.map((one) => (
        <Judged
          key={one.optionType}
          path={alternativePath(modality, one.optionType)}
          title={optionTypesOf(modality).find(({ id }) => id === one.optionType)?.title ?? one.optionType}
          said={one}
          isReasonGiven={answer.outcome === 'none'}
          problems={problems}
          onSay={(change) => onChange(withFurther(answer, one.optionType, change))}
          onRemove={() => onChange({ further: answer.further.filter((each) => each !== one) })}
        />
      ))}
      <details className="another-option">
        <summary>Another option that was considered</summary>
        <SelectField
          id={conclusionFieldId(`answers.${modality}.further`)}
          label={`Option of ${modalityFacts[modality].title.toLowerCase()}`}
          value=""
          onChange={(optionType) => onChange(withFurther(answer, optionType, {}))}
          options={types.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </details>
    </div>
  )
}

/** Short enough for one line of four; the record has the whole words. */
function segmentWords(standing: Standing): string {
  const short: Partial<Record<Standing, string>> = { offered: 'Offered as well', suitable: 'Suitable, not first' }
  return short[standing] ?? standingWords[standing]
}

type Said = { standing: Standing | null; because: string }

type JudgedProps = {
  path: string
  title: string
  said: Said
  /** Under “none” the reason of the whole modality stands for each option. */
  isReasonGiven: boolean
  problems: Readonly<Record<string, string>>
  onSay: (change: Partial<Said>) => void
  onRemove?: () => void
}

function Judged({ path, title, said, isReasonGiven, problems, onSay, onRemove }: JudgedProps) {
  const { standing, because } = said
  return (
    <div className="alternative">
      <div className="row-wrap">
        <span>{title}</span>
        <span className="spacer" />
        <Segmented
          id={conclusionFieldId(`${path}.standing`)}
          label={`How the board sees ${title}`}
          labelHidden
          segments={segments}
          value={standing}
          onChange={(next) => onSay({ standing: next })}
          error={problems[`${path}.standing`]}
        />
        {onRemove && (
          <Button size="small" onClick={onRemove}>
            Remove<span className="visually-hidden"> {title}</span>
          </Button>
        )}
      </div>
      {standing === 'unsuitable' && !isReasonGiven && (
        <TextField
          id={conclusionFieldId(`${path}.because`)}
          label="Unsuitable, because"
          required
          limit={2000}
          value={because}
          onChange={(next) => onSay({ because: next })}
          error={problems[`${path}.because`]}
        />
      )}
    </div>
  )
}
