'use client'
import { useId, useState } from 'react'
import { FieldError } from '@/app/_ui/field-parts'
import { NumberField } from '@/app/_ui/number-field'
import { SelectField } from '@/app/_ui/text-field'
import { api, ask } from '@/lib/api/client'
import { refuse } from '@/lib/foundation/result'
import { mostOfSpecialty } from '@/lib/meetings/model/quorum'
import { leastOf, type MeetingRulesView, ruleChanges } from '@/lib/meetings/model/rules'
import { type Specialty, specialties, specialtyWords } from '@/lib/people/model'
import { VersionForm } from '../version-form'
import { draftOf, readDraft } from './rules-draft'

const counts = Array.from({ length: mostOfSpecialty }, (_, index) => ({
  value: String(index + 1),
  label: `at least ${index + 1}`,
}))

/** The empty choice asks for nobody. */
const leastWords = (least: number): string => (least === 0 ? '' : String(least))

type RulesFormProps = { view: MeetingRulesView; boardId: string; onDone: () => void }

/** The chair's form of how the board meets. */
export function RulesForm({ view, boardId, onDone }: RulesFormProps) {
  const ids = {
    quorum: useId(),
    agendaClosesHours: useId(),
    breakMinutes: useId(),
    breakCases: useId(),
    breakLasts: useId(),
  }
  const [draft, setDraft] = useState(() => draftOf(view))
  const { said, problems } = readDraft(draft, view)
  const choose = (specialty: Specialty, least: number) => {
    const others = draft.quorum.filter((need) => need.specialty !== specialty)
    setDraft({ ...draft, quorum: least === 0 ? others : [...others, { specialty, least }] })
  }
  return (
    <VersionForm
      className="pack-choice"
      changes={ruleChanges(view, { ...view, ...said })}
      version={view.version + 1}
      label="Why the rules change"
      save={async (because, repeating) =>
        problems.length > 0
          ? refuse('invalid', problems)
          : ask(
              api.meetings.setRules(
                { boardId, version: view.version, because, ...said, quorum: [...said.quorum] },
                repeating,
              ),
            )
      }
      onDone={onDone}
      fields={ids}
    >
      {(errors) => (
        <>
          <fieldset id={ids.quorum} tabIndex={-1}>
            <legend>Members with a vote who must be there</legend>
            <div className="quorum-choice">
              {specialties.map((specialty) => (
                <SelectField
                  key={specialty}
                  label={specialtyWords[specialty].word}
                  empty="not asked for"
                  value={leastWords(leastOf(draft.quorum, specialty))}
                  options={counts}
                  onChange={(value) => choose(specialty, Number(value))}
                />
              ))}
            </div>
            {errors.quorum && <FieldError id={`${ids.quorum}-problem`}>{errors.quorum}</FieldError>}
          </fieldset>
          <fieldset>
            <legend>Agenda</legend>
            <NumberField
              id={ids.agendaClosesHours}
              label="Closes before the planned start"
              hint="A case that is added after that needs a reason. 0: it closes when the meeting starts."
              whole
              unit="h"
              value={draft.agendaClosesHours}
              onChange={(agendaClosesHours) => setDraft({ ...draft, agendaClosesHours })}
              error={errors.agendaClosesHours}
            />
          </fieldset>
          <fieldset>
            <legend>Break</legend>
            <div className="quorum-choice">
              <NumberField
                id={ids.breakMinutes}
                label="After planned minutes"
                hint="Empty: not by minutes."
                whole
                unit="min"
                value={draft.breakMinutes}
                onChange={(breakMinutes) => setDraft({ ...draft, breakMinutes })}
                error={errors.breakMinutes}
              />
              <NumberField
                id={ids.breakCases}
                label="Or after so many cases"
                hint="Empty: not by cases."
                whole
                unit="cases"
                value={draft.breakCases}
                onChange={(breakCases) => setDraft({ ...draft, breakCases })}
                error={errors.breakCases}
              />
              <NumberField
                id={ids.breakLasts}
                label="It lasts"
                hint="Counts with one of the two."
                whole
                unit="min"
                value={draft.breakLasts}
                onChange={(breakLasts) => setDraft({ ...draft, breakLasts })}
                error={errors.breakLasts}
              />
            </div>
          </fieldset>
        </>
      )}
    </VersionForm>
  )
}
