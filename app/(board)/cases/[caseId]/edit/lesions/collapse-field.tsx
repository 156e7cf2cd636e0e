'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import { lesions, openCollapse } from '@/lib/cases/sections/lesions'
import type { Vertebra } from '@/lib/clinical/spine'
import { UntilSettled } from '../contested-value'
import { FactInput } from '../fact-input'
import { FactMenu } from '../fact-menu'
import { fieldIdOf } from '../section-state'
import { useFact } from '../use-fact'
import { collapseEcho, collapseQuestion } from './collapse-words'
import { LevelCards, pointsOf } from './points-field'

/** The classes of collapse with their points, then what leaves the class open. */
export const collapseChoices = [
  ...pointsOf('collapse').choices,
  ...Object.entries(openCollapse).map(([value, label]) => ({ value, label })),
]

/** Loss of body height: measured in percent, or by eye. Exactly 50 % and no loss at all are asked back. */
export function CollapseField({ level }: { level: Vertebra }) {
  const place = { section: 'lesions', item: level, field: 'collapsePercent' } as const
  const field = lesions.fields.collapsePercent
  const measured = useFact(place, field)
  const byEye = useFact({ ...place, field: 'collapse' }, lesions.fields.collapse)
  const percent = measured.fact?.state === 'known' ? Number(measured.fact.value) : null
  const chosen = byEye.fact?.state === 'known' ? String(byEye.fact.value) : null
  const question = percent === null ? null : collapseQuestion(percent, chosen)
  return (
    <div className="fact">
      <UntilSettled fact={measured.fact}>
        <FactInput
          id={fieldIdOf(place)}
          field={{ ...field, label: 'Body collapse, measured' }}
          shown={measured}
          echo={percent === null ? undefined : collapseEcho(percent, chosen)}
        />
      </UntilSettled>
      {question && (
        <Notice
          kind="stale"
          announce="status"
          title={question.title}
          actions={question.choices.map(({ id, label }) => (
            <Button key={id} size="small" onClick={() => byEye.say({ state: 'known', value: id })}>
              {label}
            </Button>
          ))}
        />
      )}
      <FactMenu {...{ place, field }} shown={measured} />
      {(percent === null || chosen !== null) && (
        <LevelCards
          {...{ level }}
          name="collapse"
          label="Body collapse, by eye"
          hint={percent === null ? 'when nobody measured it' : undefined}
          choices={collapseChoices}
        />
      )}
    </div>
  )
}
