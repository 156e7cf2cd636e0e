import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { CaseHeading, PatientLine } from '@/app/_identity/listed-patient'
import { Card } from '@/app/_ui/card'
import { Empty, NoPermission } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { getCase } from '@/lib/cases/queries'
import { getReadiness } from '@/lib/cases/queries/get-readiness'
import { type CaseWithClocks, listOpenClocks } from '@/lib/cases/queries/list-open-clocks'
import { now } from '@/lib/foundation/clock'
import { showIdentifier } from '@/lib/foundation/words'
import { isOnDuty } from '@/lib/meetings/model/duty'
import { mayCallBoard } from '@/lib/meetings/policy'
import { listDuties } from '@/lib/meetings/queries/list-duties'
import { listColleagues } from '@/lib/people/queries'
import { requireBoard } from '../../_shell/current-board'
import { CaseBanner } from '../../cases/[caseId]/_banner'
import { ClockLine } from '../../cases/[caseId]/_sheet/clock-line'
import './call.css'
import { CallForm } from './call-form'

export const metadata: Metadata = { title: 'Call the board' }

type Props = { searchParams: Promise<{ case?: string | string[] }> }

/** Calls the board together on one case without a meeting; without a case, asks which. */
export default async function CallPage({ searchParams }: Props) {
  const { actor, boardId, timeZone } = await requireBoard()
  const asked = (await searchParams).case
  if (!mayCallBoard(actor, { boardId })) {
    return (
      <>
        <PageHead title="Call the board" />
        <div className="page">
          <NoPermission>Whoever treats calls the board: presenter, core member, chair or coordinator.</NoPermission>
        </div>
      </>
    )
  }
  const clocks = await listOpenClocks(actor, { boardId })
  if (asked === undefined) return <WhichCase clocks={clocks} />
  const caseId = z.uuid().safeParse(asked)
  const view = caseId.success ? await getCase(actor, caseId.data) : null
  if (!view || view.file.boardId !== boardId) notFound()
  const { file, today } = view
  const [readiness, people] = [
    await getReadiness(actor, { caseId: file.caseId }),
    await listColleagues(actor, { boardId }),
  ]
  const duties = await listDuties(actor, { boardId })
  const running = clocks.find((one) => one.caseId === file.caseId)?.clocks ?? []
  const openedAt = now().toISOString()
  const onDuty = duties.ok ? duties.value.duties.filter((duty) => isOnDuty(duty, openedAt)) : []
  return (
    <>
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone }} isHidden={await isIdentityHidden()} />
      </div>
      <PageHead inCase title={`Call the board on case ${file.code}`} />
      <div className="page call-page of-case">
        <div className="stack">
          {running.length > 0 && (
            <Card title="Clocks that run" tone="alarm">
              <ul className="open-clocks">
                {running.map(({ id, title, limit, start }) => (
                  <li key={`${id} ${title}`}>
                    <b>{title}</b> <ClockLine {...{ limit, start, openedAt, timeZone }} end={null} />
                  </li>
                ))}
              </ul>
            </Card>
          )}
          <Card title="Question to the board">
            <p className="user-text">{file.question}</p>
          </Card>
        </div>
        <CallForm
          caseId={file.caseId}
          people={people.ok ? people.value : []}
          onDuty={onDuty}
          timeZone={timeZone}
          isEmergency={running.length > 0}
          isBlocked={readiness.ok && readiness.value.state === 'blocked'}
          isDraft={file.state === 'draft'}
        />
      </div>
    </>
  )
}

const identifierOf = ({ identifier, identifierIssuer }: CaseWithClocks['patient']) =>
  identifier && showIdentifier(identifier, identifierIssuer ?? 'Identifier')

/** The cases whose clocks run come first; any other is called from its own sheet. */
function WhichCase({ clocks }: { clocks: readonly CaseWithClocks[] }) {
  return (
    <>
      <PageHead title="Call the board" note="On one case, without a meeting" />
      <div className="page call-page">
        <Card title="Cases with a running clock" note={clocks.length === 0 ? undefined : `${clocks.length}`}>
          {clocks.length === 0 && <Empty title="No clock is running on this board." />}
          {clocks.map(({ caseId, code, patient }) => (
            <section key={caseId} className="owed-case" aria-labelledby={`call-${caseId}`}>
              <CaseHeading id={`call-${caseId}`} of={{ code, patient }} caseId={caseId} />
              <PatientLine of={{ code, bornOn: patient.bornOn, identifier: identifierOf(patient) }} />
              <p>
                <Link href={`/meetings/call?case=${caseId}`}>
                  Call the board, <span className="nowrap">case {code}</span>
                </Link>
              </p>
            </section>
          ))}
        </Card>
        <p>
          Another case: open it from <Link href="/cases">the list of cases</Link> and choose “Call the board”. A new
          emergency is <Link href="/cases/new">entered as a case</Link> first.
        </p>
      </div>
    </>
  )
}
