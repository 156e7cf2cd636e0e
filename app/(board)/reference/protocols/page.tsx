import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Empty } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { Severity } from '@/app/_ui/severity'
import { now } from '@/lib/foundation/clock'
import { type Day, dayAt, showDay } from '@/lib/foundation/time'
import { isInForce, type ProtocolView } from '@/lib/meetings/model/protocol'
import { getProtocols } from '@/lib/meetings/queries/get-protocols'
import { requireBoard } from '../../_shell/current-board'
import '../reference.css'
import { NewProtocol, ProtocolActs } from './protocol-acts'

export const metadata: Metadata = { title: 'Local protocols' }

export default async function ProtocolsPage() {
  const { actor, boardId, seat, timeZone } = await requireBoard()
  const view = await getProtocols(actor, { boardId })
  if (!view.ok) notFound()
  const { maySign, protocols } = view.value
  const today = dayAt(now().toISOString(), timeZone)
  return (
    <>
      <PageHead
        title="Local protocols"
        note={`${seat.boardName}: what is done by standard, without a discussion of each case`}
        actions={
          <>
            <ButtonLink href="/reference">All instruments</ButtonLink>
            {maySign && <NewProtocol {...{ boardId, today }} />}
          </>
        }
      />
      <div className="page stack">
        {protocols.length === 0 && (
          <div className="card">
            <Empty title="No local protocol is signed">
              {maySign
                ? 'Write and sign one. A case that it covers can then be listed on an agenda and not discussed.'
                : 'The chair writes and signs them. A case that one covers can then be listed on an agenda and not discussed.'}
            </Empty>
          </div>
        )}
        {protocols.map((protocol) => (
          <Protocol key={protocol.protocolId} {...{ protocol, boardId, timeZone, today, maySign }} />
        ))}
        <p className="source-line">
          A protocol is the board’s own text. Spineboard reads nothing out of it and proposes no case for it: a person
          lists a case and says why, and anybody of the team can have it discussed.
        </p>
      </div>
    </>
  )
}

type ProtocolProps = { protocol: ProtocolView; boardId: string; timeZone: string; today: Day; maySign: boolean }

function Protocol({ protocol: { protocolId, acts }, boardId, timeZone, today, maySign }: ProtocolProps) {
  const [latest] = acts
  if (!latest) return null
  const { title, version, covers, recommendation, reviewOn } = latest
  return (
    <Card title={title} note={`version ${version}`}>
      <dl className="facts">
        <dt>Stands</dt>
        <dd>
          {isInForce(latest, today) ? (
            <Severity tone="ok">In force</Severity>
          ) : (
            <Severity tone="warn">{latest.act === 'withdrawn' ? 'Signature taken back' : 'Past its review'}</Severity>
          )}
        </dd>
        <dt>Review on</dt>
        <dd className="nowrap">{showDay(reviewOn)}</dd>
        <dt>Covers</dt>
        <dd className="user-text">{covers}</dd>
        <dt>Recommendation</dt>
        <dd className="user-text">{recommendation}</dd>
        <dt>Signatures</dt>
        <dd>
          {acts.map(({ version: of, act, by, at, because }) => (
            <p key={`${of} ${act}`}>
              Version {of} {act === 'signed' ? 'signed' : 'taken back'} by {by}, {showDay(dayAt(at, timeZone))}
              {because && (
                <>
                  : <span className="user-text">“{because}”</span>
                </>
              )}
            </p>
          ))}
        </dd>
      </dl>
      {maySign && <ProtocolActs {...{ boardId, protocolId, latest, today }} />}
    </Card>
  )
}
