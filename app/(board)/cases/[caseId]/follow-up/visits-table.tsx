import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { Empty } from '@/app/_ui/notice'
import { showFact } from '@/lib/cases/case-file'
import type { VisitView } from '@/lib/follow-up/queries/get-follow-up'
import type { VisitField } from '@/lib/follow-up/visit-model'
import { showDay, showInstant } from '@/lib/foundation/time'

function Finding({ visit, field }: { visit: VisitView; field: VisitField }) {
  const fact = visit.findings[field]
  const words = showFact('visit', field, fact)
  if (fact?.state === 'known') return <span className="user-text">{words}</span>
  return (
    <span className="muted">
      <Icon name="unk" /> {words}
    </span>
  )
}

/** Known words under a finding; nothing when there are none, since the finding itself says what is known. */
function Words({ visit, field }: { visit: VisitView; field: VisitField }) {
  const fact = visit.findings[field]
  if (fact?.state !== 'known') return null
  return <span className="under user-text">{showFact('visit', field, fact)}</span>
}

const heads = ['Seen on', 'Worst pain', 'Walking', 'ECOG', 'Frankel', 'Neurology', 'Events', 'Recorded'] as const

function Row({ visit, timeZone }: { visit: VisitView; timeZone: string }) {
  const { seenOn, by, at, findings } = visit
  return (
    <tr>
      <th scope="row">
        <time dateTime={seenOn}>{showDay(seenOn)}</time>
        {findings.diedOn?.state === 'known' && (
          <span className="under">died {showFact('visit', 'diedOn', findings.diedOn)}</span>
        )}
      </th>
      <td data-label="Worst pain">
        <Finding visit={visit} field="pain" />
      </td>
      <td data-label="Walking">
        <Finding visit={visit} field="walking" />
      </td>
      <td data-label="ECOG">
        <Finding visit={visit} field="ecog" />
      </td>
      <td data-label="Frankel">
        <Finding visit={visit} field="frankel" />
      </td>
      <td data-label="Neurology">
        <Finding visit={visit} field="neurologyChange" />
        <Words visit={visit} field="neurologyWords" />
      </td>
      <td data-label="Events">
        <Finding visit={visit} field="events" />
        <Words visit={visit} field="eventWords" />
      </td>
      <td data-label="Recorded">
        {by}
        <span className="under nowrap">{showInstant(at, timeZone)}</span>
      </td>
    </tr>
  )
}

/** The visits of a case, newest first; what nobody assessed says so. */
export function VisitsTable({ visits, timeZone }: { visits: readonly VisitView[]; timeZone: string }) {
  return (
    <Card title="Visits" note={visits.length === 0 ? undefined : 'newest first'} className="visits">
      {visits.length === 0 ? (
        <Empty title="No visit is recorded yet." />
      ) : (
        <table className="table as-cards">
          <caption className="visually-hidden">Follow-up visits, newest first</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {visits.map((visit) => (
              <Row key={visit.id} visit={visit} timeZone={timeZone} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}
