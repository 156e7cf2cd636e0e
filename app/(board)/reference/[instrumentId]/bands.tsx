import { Card } from '@/app/_ui/card'
import { bandsOf, type Instrument } from '@/lib/clinical/instrument'

/** What the results mean, band by band; nothing for an instrument without bands. */
export function Bands({ instrument }: { instrument: Instrument }) {
  const bands = bandsOf(instrument)
  if (bands.length === 0) return null
  return (
    <Card title="Bands">
      <table className="table as-cards">
        <caption className="visually-hidden">Bands of the result</caption>
        <thead>
          <tr>
            <th scope="col">Band</th>
            <th scope="col">{instrument.form === 'sum' ? 'Points' : 'Grades'}</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ id, label, meaning, range, grades }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td data-label={range ? 'Points' : 'Grades'} className="nowrap">
                {range ? (range[0] === range[1] ? range[0] : `${range[0]}–${range[1]}`) : grades.join(', ')}
              </td>
              <td data-label="Meaning">{meaning}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
