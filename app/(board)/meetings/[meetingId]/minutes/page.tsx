import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { getDocument } from '@/lib/exchange/queries/get-document'
import { getMeeting } from '@/lib/meetings/queries/get-meeting'
import { requireActor } from '@/lib/people/session'
import { DocumentDesk } from '../../../_documents/document-desk'

export const metadata: Metadata = { title: 'Minutes' }

export default async function MinutesPage({ params }: PageProps<'/meetings/[meetingId]/minutes'>) {
  const actor = await requireActor()
  const { meetingId } = await params
  const meeting = await getMeeting(actor, { meetingId })
  if (!meeting.ok) notFound()
  const minutes = await getDocument(actor, { kind: 'minutes', subjectId: meetingId })
  return (
    <>
      <PageHead
        title="Minutes of the meeting"
        note={meeting.value.title}
        actions={<ButtonLink href={`/meetings/${meetingId}`}>Meeting</ButtonLink>}
      />
      <div className="page">
        {minutes.ok ? (
          <DocumentDesk view={minutes.value} stale={null} userId={actor.userId} />
        ) : (
          <div className="card">
            <Empty title="No conclusion of this meeting is signed yet.">
              Minutes are written from the signed records. They appear here when the chair signs the first one.
            </Empty>
          </div>
        )}
      </div>
    </>
  )
}
