import { Card } from '@/app/_ui/card'
import { adviceWords, drugsWithRadiation } from '@/lib/clinical/pathway/drugs-with-radiation'

const held = (before: number | null, after: number | null): string => {
  const days = (count: number | null, when: string) => (count === null ? '' : `${count}\u00a0d ${when}`)
  return [days(before, 'before'), days(after, 'after')].filter(Boolean).join(', ') || 'no figure'
}

/** What is known of drugs around radiation, for rule PW-RT-21: what no source says is not safe. */
export function DrugsCard() {
  return (
    <Card title="Drugs with radiation" note="for rule PW-RT-21">
      <table className="table as-cards">
        <caption className="visually-hidden">Classes of drugs with radiation</caption>
        <thead>
          <tr>
            <th scope="col">Drugs</th>
            <th scope="col">Radiation</th>
            <th scope="col">What is known</th>
            <th scope="col">Hold</th>
            <th scope="col">Level</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          {drugsWithRadiation.map(({ drugs, radiation, says, nearField, holdDaysBefore, holdDaysAfter, ...row }) => (
            <tr key={`${drugs} ${radiation}`}>
              <th scope="row">{drugs}</th>
              <td data-label="Radiation">{radiation === 'any' ? 'cEBRT and SBRT' : radiation}</td>
              <td data-label="What is known">
                {says}
                {nearField !== null && <span className="under">Field near: {nearField}</span>}
              </td>
              <td data-label="Hold">{held(holdDaysBefore, holdDaysAfter)}</td>
              <td data-label="Level">{adviceWords[row.advice]}</td>
              <td data-label="Source" className="source">
                {row.source} <span className="muted">({row.grade})</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="source-line">
        What no source was read to say is unknown, and unknown is not safe. Nothing here is an order: the oncologist and
        the radiation oncologist decide.
      </p>
    </Card>
  )
}
