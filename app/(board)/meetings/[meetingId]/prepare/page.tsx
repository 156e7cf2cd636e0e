import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { ButtonLink } from '@/app/_ui/button'
import { Empty, NoPermission } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { getCase } from '@/lib/cases/queries'
import { getRoom, getRoomInput } from '@/lib/deliberation/queries/get-room'
import { listPreBallots } from '@/lib/deliberation/queries/read-pre-ballots'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import { requireBoard } from '../../../_shell/current-board'
import { showStart } from '../../meeting-words'
import '../room/live-room.css'
import './prepare.css'
import { Prepare } from './prepare'

export const metadata: Metadata = { title: 'Rate before the meeting' }

type Props = { params: Promise<{ meetingId: string }>; searchParams: Promise<{ item?: string | string[] }> }

/** The cases of a meeting to read and rate before their vote: `?item=` chooses one, without it the first that is not rated. */
export default async function PreparePage({ params, searchParams }: Props) {
  const { actor } = await requireBoard()
  const { item: itemId } = await searchParams
  const asked = getRoomInput.safeParse({ ...(await params), itemId })
  if (!asked.success) notFound()
  const { meetingId } = asked.data
  const list = await listPreBallots(actor, { meetingId })
  if (!list.ok && list.refusal.code === 'not-found') notFound()
  const cases = list.ok ? list.value : []
  const chosen =
    cases.find((one) => one.itemId === asked.data.itemId) ??
    cases.find(({ options, rated }) => rated < options) ??
    cases[0]
  const found = await getRoom(actor, { meetingId, itemId: chosen?.itemId })
  if (!found.ok) notFound()
  const { value: room } = found
  const opened = chosen && (await getCase(actor, chosen.caseId))
  return (
    <>
      <PageHead
        title="Rate before the meeting"
        note={`${room.title} · ${showStart(room.startsAt, room.timeZone)}`}
        actions={<ButtonLink href={`/meetings/${meetingId}`}>Meeting</ButtonLink>}
      />
      {room.item && chosen && opened ? (
        <Prepare
          key={`${chosen.itemId} ${room.item.round}`}
          {...{ room, cases }}
          item={room.item}
          file={opened.file}
          today={dayAt(now().toISOString(), room.timeZone)}
          isHidden={await isIdentityHidden()}
        />
      ) : (
        <div className="page">
          <div className="card">
            {list.ok ? (
              <Empty title="Nothing to rate.">
                Cases appear here once they are on the agenda with at least one option, until their vote opens.
              </Empty>
            ) : (
              <NoPermission title="Core members rate before the meeting.">
                Your role on this board has no vote.
              </NoPermission>
            )}
          </div>
        </div>
      )}
    </>
  )
}
