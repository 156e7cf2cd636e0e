'use client'
import { Segmented } from '@/app/_ui/segmented'
import { TextAreaField, TextField } from '@/app/_ui/text-field'
import {
  type Need,
  type Needs,
  needAnswers,
  needAnswerWords,
  needAsks,
  needs,
  needsListed,
  needTitles,
  openNeeds,
} from '@/lib/deliberation/model/needs'
import { conclusionFieldId } from './conclusion-fields'
import type { Problems } from './conclusion-problems'

const segments = needAnswers.map((value) => ({ value, label: needAnswerWords[value] }))

type NeedsFieldsProps = { said: Needs; problems: Problems; onChange: (said: Needs) => void }

/** Palliative care, rehabilitation, psychological support and trials: each answered, or why the board goes on without. */
export function NeedsFields({ said, problems, onChange }: NeedsFieldsProps) {
  const open = openNeeds(said)
  const set = (need: Need, change: Partial<Needs[Need]>) => onChange({ ...said, [need]: { ...said[need], ...change } })
  return (
    <section className="conclusion" aria-label="Support and trials">
      <h3>Support and trials</h3>
      {needs.map((need) => {
        const { answer, because } = said[need]
        const asked = needAsks(answer)
        return (
          <div key={need} className="alternative">
            <div className="row-wrap">
              <span>{needTitles[need]}</span>
              <span className="spacer" />
              <Segmented
                id={conclusionFieldId(`needs.${need}.answer`)}
                label={`What the board says on ${needTitles[need].toLowerCase()}`}
                labelHidden
                segments={segments}
                value={answer}
                onChange={(next) => set(need, { answer: next })}
              />
            </div>
            {asked !== null && (
              <TextField
                id={conclusionFieldId(`needs.${need}.because`)}
                label={asked}
                required
                limit={1000}
                value={because}
                onChange={(next) => set(need, { because: next })}
                error={problems[`needs.${need}.because`]}
              />
            )}
          </div>
        )
      })}
      {open.length > 0 && (
        <TextAreaField
          id={conclusionFieldId('needs.openBecause')}
          label="Signing without an answer, because"
          hint={`Not answered: ${needsListed(open)}.`}
          rows={2}
          limit={1000}
          value={said.openBecause}
          onChange={(openBecause) => onChange({ ...said, openBecause })}
          error={problems['needs.openBecause']}
        />
      )}
    </section>
  )
}
