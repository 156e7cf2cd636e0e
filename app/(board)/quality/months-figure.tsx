import { Card } from '@/app/_ui/card'
import { showDay } from '@/lib/foundation/time'
import type { MonthView } from '@/lib/quality/model'

/** Meetings held and cases concluded in each of the last months with a meeting. */
export function MonthsFigure({ months }: { months: readonly MonthView[] }) {
  return (
    <Card title="Meetings and cases" note="last 12 months with a meeting">
      {months.length === 0 ? (
        <p className="muted">No meeting was held yet.</p>
      ) : (
        <table className="table dense">
          <caption className="visually-hidden">Meetings held and cases concluded by month</caption>
          <thead>
            <tr>
              <th scope="col">Month</th>
              <th scope="col" className="num">
                Meetings
              </th>
              <th scope="col" className="num">
                Cases concluded
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, meetings, cases }) => (
              <tr key={month}>
                <th scope="row">
                  <time dateTime={month}>{showDay(month)}</time>
                </th>
                <td className="num">{meetings}</td>
                <td className="num">{cases}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="source-line">
        Counts meetings that were started, by the day they were planned for, and agenda items that the chair concluded.
      </p>
    </Card>
  )
}
