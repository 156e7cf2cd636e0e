import { Card } from '@/app/_ui/card'
import { type Instrument, readAny } from '@/lib/clinical/instrument'
import type { Reading } from '@/lib/clinical/reading'
import { nextStepOf, shortReading } from '@/lib/clinical/reading-words'

const given = (reading: Reading): string =>
  reading.lines.flatMap(({ label, finding }) => (finding === null ? [] : [`${label}: ${finding}`])).join(' · ') ||
  'Nothing stated'

const bandWords = (reading: Reading): string | null =>
  reading.form !== 'rule' && reading.kind === 'complete' ? (reading.band?.label ?? null) : null

/** The worked examples, read by the instrument itself at this moment; the same ones run as its tests. */
export function Examples({ instrument }: { instrument: Instrument }) {
  return (
    <Card title="Worked examples" note="each one runs as a test">
      <table className="table as-cards">
        <caption className="visually-hidden">Worked examples</caption>
        <thead>
          <tr>
            <th scope="col">Example</th>
            <th scope="col">Answers</th>
            <th scope="col">Result</th>
          </tr>
        </thead>
        <tbody>
          {instrument.examples.map(({ name, answers }) => {
            const reading = readAny(instrument, answers)
            const beyond = nextStepOf(reading) || bandWords(reading)
            return (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td data-label="Answers">{given(reading)}</td>
                <td data-label="Result">
                  <b>{shortReading(reading)}</b>
                  {beyond && <span className="under">{beyond}</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Card>
  )
}
