'use client'
import { Severity } from '@/app/_ui/severity'
import { ratedFields } from '@/lib/cases/level-readings'
import { isRatingChosen, type TwoRatings, twoRatings } from '@/lib/cases/second-rating'
import { shortReading } from '@/lib/clinical/reading-words'
import { isBelowConus, type Vertebra } from '@/lib/clinical/spine'
import { listWords } from '@/lib/foundation/words'
import { useEntryState } from '../entry-context'
import { FactField } from '../fact-field'
import { FoldedGroup } from '../folded-group'
import { answeredIn, fieldOf } from '../shown-fields'
import { collapseChoices } from './collapse-field'
import { EpiduralField } from './epidural-field'
import { LevelCards, PointsField } from './points-field'

const points = ['pain', 'lesion', 'alignment'] as const

/** A second person rates the same level: their answers, both readings beside each other, and the choice which one counts. */
export function SecondRating({ level }: { level: Vertebra }) {
  const state = useEntryState()
  const where = { section: 'secondRating', item: level } as const
  const fields = isBelowConus(level) ? ratedFields.filter((field) => field !== 'escc') : ratedFields
  const both = twoRatings(state.file, level)
  return (
    <FoldedGroup title="Second rating" answered={answeredIn(state, where, fields)} of={fields.length}>
      <div className="form">
        <SecondField level={level} name="rater" />
        {points.map((name) => (
          <PointsField key={name} {...{ level, name }} section="secondRating" />
        ))}
        <SecondField level={level} name="collapsePercent" />
        <LevelCards
          {...{ level }}
          name="collapse"
          section="secondRating"
          label="Body collapse, by eye"
          choices={collapseChoices}
        />
        <PointsField {...{ level }} name="posterolateral" section="secondRating" />
        {!isBelowConus(level) && <EpiduralField level={level} section="secondRating" />}
        {both && <Comparison both={both} level={level} isChosen={isRatingChosen(state.file, level)} />}
        {both && <SecondField level={level} name="counts" />}
      </div>
    </FoldedGroup>
  )
}

function SecondField({ level, name }: { level: Vertebra; name: 'rater' | 'collapsePercent' | 'counts' }) {
  const field = fieldOf('secondRating', name)
  return field && <FactField place={{ section: 'secondRating', item: level, field: name }} field={field} isNarrow />
}

type ComparisonProps = { both: TwoRatings; level: Vertebra; isChosen: boolean }

/** Both ratings component by component; a difference is named in words, not by colour. */
function Comparison({ both: { raters, components, first, second }, level, isChosen }: ComparisonProps) {
  const differing = components.filter(({ differs }) => differs).map(({ label }) => label.toLowerCase())
  return (
    <div className="two-ratings">
      <p>
        {differing.length === 0 ? (
          <Severity tone="ok">No component differs so far.</Severity>
        ) : (
          <Severity tone="warn">{`The raters differ on ${listWords(differing)}.`}</Severity>
        )}{' '}
        {!isChosen && 'The first rating counts until somebody chooses.'}
      </p>
      <table className="table dense">
        <caption className="visually-hidden">Two ratings of {level}</caption>
        <thead>
          <tr>
            <th scope="col">Component</th>
            <th scope="col">First: {raters.first}</th>
            <th scope="col">Second: {raters.second}</th>
          </tr>
        </thead>
        <tbody>
          {components.map((one) => (
            <tr key={one.field}>
              <th scope="row">
                {one.label}
                {one.differs && <span className="under">differs</span>}
              </th>
              <td>{one.first}</td>
              <td>{one.second}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">SINS</th>
            <td>{shortReading(first.sins)}</td>
            <td>{shortReading(second.sins)}</td>
          </tr>
          <tr>
            <th scope="row">Epidural grade</th>
            <td>{shortReading(first.escc)}</td>
            <td>{shortReading(second.escc)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
