import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { NeedsIdentity } from '@/app/_identity/needs-identity'
import { ButtonLink } from '@/app/_ui/button'
import { Empty, NoPermission } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { getCase } from '@/lib/cases/queries'
import { getSignedRecord, type SignedRecord } from '@/lib/deliberation/queries/get-conclusions'
import { getStale } from '@/lib/deliberation/queries/stale-decisions'
import { documentFacts } from '@/lib/exchange/documents/document'
import { getDocument } from '@/lib/exchange/queries/get-document'
import { requireActor } from '@/lib/people/session'
import { DocumentDesk } from '../../../_documents/document-desk'
import { CaseBanner } from '../_banner'

type Props = PageProps<'/cases/[caseId]/documents'>

const openCase = cache(async (caseId: string) => getCase(await requireActor(), caseId))

/** The case's code only: titles reach histories and projectors. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await openCase((await params).caseId)
  return { title: opened ? `Documents ${opened.file.code}` : 'Not found' }
}

const ofCase = ['patient', 'referrer', 'plan'] as const
const asked = z.object({
  kind: z.enum(ofCase).catch('patient'),
  version: z.uuid().optional().catch(undefined),
})

/** The version that was asked for if it is one of this case, else the one in force. */
async function findRecord(caseId: string, conclusionId: string | undefined): Promise<SignedRecord | null> {
  const found = await getSignedRecord(await requireActor(), conclusionId === undefined ? { caseId } : { conclusionId })
  return found.ok && found.value.caseId === caseId ? found.value : null
}

export default async function DocumentsPage({ params, searchParams }: Props) {
  const { caseId } = await params
  const opened = await openCase(caseId)
  if (!opened) notFound()
  const actor = await requireActor()
  const { file, today, timeZone } = opened
  const isHidden = await isIdentityHidden()
  const { kind, version } = asked.parse(await searchParams)
  const record = await findRecord(caseId, version)
  const document = record && !isHidden ? await getDocument(actor, { kind, subjectId: record.conclusionId }) : null
  const stale = record && document?.ok ? await getStale(actor, record.conclusionId) : null
  return (
    <>
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone, isHidden }} />
      </div>
      <PageHead
        inCase
        title="Documents"
        note={record ? `Case ${file.code}, from version ${record.version} of the conclusion` : `Case ${file.code}`}
        actions={
          <>
            <ButtonLink href={`/cases/${caseId}`}>Board sheet</ButtonLink>
            <ButtonLink href={`/cases/${caseId}/follow-up`}>Follow-up</ButtonLink>
          </>
        }
      />
      <div className="page">
        {isHidden && <NeedsIdentity because="Documents are written under the patient’s name." />}
        {!isHidden && !record && (
          <div className="card">
            <Empty title="The board has not signed a recommendation yet.">
              Documents are written from the signed record. They appear here when the chair signs.
            </Empty>
          </div>
        )}
        {record && document && (
          <>
            <nav className="document-kinds" aria-label="Documents of this case">
              {ofCase.map((one) => (
                <Link
                  key={one}
                  className="btn"
                  href={`/cases/${caseId}/documents?kind=${one}${version === undefined ? '' : `&version=${version}`}`}
                  aria-current={one === kind ? 'page' : undefined}
                >
                  {documentFacts[one].short}
                </Link>
              ))}
              <Link className="btn" href={`/meetings/${record.snapshot.meeting.meetingId}/minutes`}>
                {documentFacts.minutes.short}
              </Link>
            </nav>
            {document.ok ? (
              <DocumentDesk
                key={`${kind} ${record.conclusionId}`}
                view={document.value}
                stale={stale}
                userId={actor.userId}
              />
            ) : (
              <NoPermission title="These documents are for the treating team">
                They may speak of what the patient said. The minutes of the meeting are open to you.
              </NoPermission>
            )}
          </>
        )}
      </div>
    </>
  )
}
