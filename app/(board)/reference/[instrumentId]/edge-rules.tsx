import { Card } from '@/app/_ui/card'
import type { Instrument } from '@/lib/clinical/instrument'
import { type EdgeRule, edgeRulesOf } from './edge-rules-of'

const stopWords: Readonly<Record<NonNullable<EdgeRule['stop']>, string>> = {
  ask: 'Ask first',
  'not-applicable': 'Does not apply',
}

/** Where the instrument stops, asks back or adds a remark; derived from its declaration. */
export function EdgeRules({ instrument }: { instrument: Instrument }) {
  const rules = edgeRulesOf(instrument)
  const always = instrument.caveats ?? []
  if (rules.length === 0 && always.length === 0) return null
  return (
    <Card title="Limits and remarks">
      {always.length > 0 && (
        <ul className="facts-list">
          {always.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      {rules.length > 0 && (
        <table className="table as-cards">
          <caption className="visually-hidden">Answers that stop the reading or add a remark</caption>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Then</th>
              <th scope="col">Words</th>
            </tr>
          </thead>
          <tbody>
            {rules.map(({ when, stop, words }) => (
              <tr key={`${when} ${words}`}>
                <th scope="row">{when}</th>
                <td data-label="Then">{stop ? stopWords[stop] : 'Remark'}</td>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
