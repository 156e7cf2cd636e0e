'use client'
import { Field } from '@/app/_ui/field'
import { Segmented } from '@/app/_ui/segmented'
import { SelectField, TextAreaField, TextField } from '@/app/_ui/text-field'
import { optionTypesOf } from '@/lib/clinical/catalogue/catalogue'
import { describeFact } from '@/lib/clinical/catalogue/grade'
import {
  intentTitles,
  type Modality,
  modalityFacts,
  urgencies,
  urgencyFacts,
} from '@/lib/clinical/catalogue/modalities'
import type { OptionType } from '@/lib/clinical/catalogue/option-type'
import { longestText } from '@/lib/clinical/catalogue/parameter-schema'
import type { Day } from '@/lib/foundation/time'
import type { OptionDraft, OptionProblems } from './option-draft'
import { ParameterField } from './parameter-field'
import { Ticks } from './ticks'

/** The DOM id of a field of the form, from its dotted path. */
export const optionFieldId = (path: string) => `option-${path.replaceAll('.', '-')}`

type OptionFormProps = {
  draft: OptionDraft
  type: OptionType | undefined
  problems: OptionProblems
  today: Day
  /** The kinds of treatment that the item votes on. */
  votedOn: readonly Modality[]
  onChange: (draft: OptionDraft) => void
}

/** Everything an option states, derived from its row of the catalogue: what is needed first, the rest folded below. */
export function OptionForm({ draft, type, problems, today, votedOn, onChange }: OptionFormProps) {
  const set = (change: Partial<OptionDraft>) => onChange({ ...draft, ...change })
  return (
    <>
      <Segmented
        id={optionFieldId('modality')}
        label="Kind of treatment"
        required
        segments={votedOn.map((modality) => ({ value: modality, label: modalityFacts[modality].title }))}
        value={draft.modality}
        error={problems.modality}
        onChange={(modality) => set({ modality, optionType: modality === draft.modality ? draft.optionType : '' })}
      />
      {draft.modality && (
        <SelectField
          id={optionFieldId('optionType')}
          label="What is proposed"
          required
          value={draft.optionType}
          error={problems.optionType}
          onChange={(optionType) => set({ optionType })}
          options={optionTypesOf(draft.modality).map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      {type && <TypeFields {...{ draft, type, problems, today, votedOn, onChange, set }} />}
    </>
  )
}

type TypeFieldsProps = OptionFormProps & { type: OptionType; set: (change: Partial<OptionDraft>) => void }

function TypeFields({ draft, type, problems, today, set }: TypeFieldsProps) {
  const parameters = Object.entries(type.parameters)
  const field = ([key, parameter]: (typeof parameters)[number]) => (
    <ParameterField
      key={`${type.id} ${key}`}
      id={optionFieldId(`parameters.${key}`)}
      {...{ parameter, today }}
      typed={draft.parameters[key]}
      error={problems[`parameters.${key}`]}
      onChange={(typed, day) =>
        set({
          parameters: { ...draft.parameters, [key]: typed },
          days: day === undefined ? draft.days : { ...draft.days, [key]: day },
        })
      }
    />
  )
  const needed = parameters.filter(([, { required }]) => required)
  const rest = parameters.filter(([, { required }]) => !required)
  const isTreatment = type.kind === 'treatment'
  const reason = (
    <TextField
      id={optionFieldId('reason')}
      label="Reason"
      required={type.reason === 'required'}
      value={draft.reason}
      error={problems.reason}
      onChange={(text) => set({ reason: text })}
      limit={longestText}
      className="span-all"
    />
  )
  return (
    <>
      <div className="option-fields">
        {type.levels !== 'none' && (
          <TextField
            id={optionFieldId('levels')}
            label="Levels"
            hint="For example T6–T8, L2."
            required={type.levels === 'required'}
            value={draft.levels}
            error={problems.levels}
            spellCheck={false}
            onChange={(levels) => set({ levels })}
          />
        )}
        {needed.map(field)}
        {type.reason === 'required' && reason}
      </div>
      <Segmented
        id={optionFieldId('urgency')}
        label="How soon it has to begin"
        required={isTreatment}
        segments={urgencies.map((urgency) => ({
          value: urgency,
          label: [urgencyFacts[urgency].title, urgencyFacts[urgency].limit].filter(Boolean).join(', '),
        }))}
        value={draft.urgency}
        error={problems.urgency}
        onChange={(urgency) => set({ urgency })}
      />
      <Field
        id={optionFieldId('intents')}
        kind="group"
        label="Meant to achieve"
        required={type.intents === 'required'}
        error={problems.intents}
      >
        {() => <Ticks choices={intentTitles} ticked={draft.intents} onChange={(intents) => set({ intents })} />}
      </Field>
      <TextField
        id={optionFieldId('sequence')}
        label="Before or after what"
        hint="For example 14–21 d after surgery."
        value={draft.sequence}
        error={problems.sequence}
        onChange={(sequence) => set({ sequence })}
        limit={longestText}
      />
      <FactTicks
        legend="Prerequisites met"
        facts={type.prerequisites}
        ticked={draft.prerequisites}
        onChange={(prerequisites) => set({ prerequisites })}
      />
      <FactTicks
        legend="Cautions considered"
        facts={type.cautions}
        ticked={draft.cautions}
        onChange={(cautions) => set({ cautions })}
      />
      <details className="option-more" open={rest.some(([key]) => problems[`parameters.${key}`] !== undefined)}>
        <summary>More about it: {rest.length + (type.reason === 'required' ? 2 : 3)} optional fields</summary>
        <div className="option-fields">
          {rest.map(field)}
          {type.reason !== 'required' && reason}
          <TextAreaField
            id={optionFieldId('evidenceNote')}
            label="Evidence note"
            className="span-all"
            rows={2}
            value={draft.evidenceNote}
            error={problems.evidenceNote}
            onChange={(evidenceNote) => set({ evidenceNote })}
            limit={longestText}
          />
          <TextAreaField
            id={optionFieldId('forPatient')}
            label="In words for the patient"
            className="span-all"
            rows={2}
            value={draft.forPatient}
            error={problems.forPatient}
            onChange={(forPatient) => set({ forPatient })}
            limit={longestText}
          />
        </div>
      </details>
      <p className="source-line">
        {type.source}
        {type.grade === null ? '' : `, grade ${type.grade}`}. Supports clinical judgement, does not replace it.
      </p>
    </>
  )
}

type FactTicksProps = {
  legend: string
  facts: OptionType['prerequisites']
  ticked: readonly string[]
  onChange: (ticked: string[]) => void
}

function FactTicks({ legend, facts, ticked, onChange }: FactTicksProps) {
  const choices = Object.fromEntries(Object.entries(facts).map(([key, one]) => [key, describeFact(one)]))
  if (Object.keys(choices).length === 0) return null
  return (
    <Field kind="group" label={legend}>
      {() => <Ticks choices={choices} ticked={ticked} onChange={onChange} />}
    </Field>
  )
}
