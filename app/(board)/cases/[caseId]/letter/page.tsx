import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { NeedsIdentity } from '@/app/_identity/needs-identity'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { type CaseView, getCase } from '@/lib/cases/queries'
import { getStale, type StaleDecision } from '@/lib/deliberation/queries/stale-decisions'
import { getLetter, type LetterView } from '@/lib/exchange/queries/get-letter'
import { requireActor } from '@/lib/people/session'
import { CaseBanner } from '../_banner'
import './letter.css'
import { LetterNotices } from './letter-notices'
import { LetterPaper } from './letter-paper'
import { PrintButton } from './print-button'

type Props = PageProps<'/cases/[caseId]/letter'>

// Opened once for title and page together: each opening stands in the ledger.
const openCase = cache(async (caseId: string) => getCase(await requireActor(), caseId))

/** The case's code only: titles reach histories and projectors. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const opened = await openCase((await params).caseId)
  return { title: opened ? `Letter ${opened.file.code}` : 'Not found' }
}

const versionAsked = z.uuid().optional().catch(undefined)

export default async function LetterPage({ params, searchParams }: Props) {
  const { caseId } = await params
  const opened = await openCase(caseId)
  if (!opened) notFound()
  if (await isIdentityHidden()) return <UnderAlias opened={opened} />
  const conclusionId = versionAsked.parse((await searchParams).version)
  const actor = await requireActor()
  const found = await getLetter(actor, { caseId, conclusionId })
  if (!found.ok && conclusionId !== undefined) notFound()
  const stale = found.ok ? await getStale(actor, found.value.conclusionId) : null
  return (
    <>
      <div className="sticky-top no-print">
        <CaseBanner file={opened.file} today={opened.today} timeZone={opened.timeZone} />
      </div>
      {found.ok ? <Written view={found.value} {...{ opened, stale }} /> : <NothingSigned caseId={caseId} />}
    </>
  )
}

function UnderAlias({ opened: { file, today, timeZone } }: { opened: CaseView }) {
  return (
    <>
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone }} isHidden />
      </div>
      <PageHead inCase title="Letter to the referring doctor" note={`Case ${file.code}`} />
      <div className="page">
        <NeedsIdentity because="A letter is written under the patient’s name." />
      </div>
    </>
  )
}

const notes: Readonly<Record<LetterView['state'], string>> = {
  signed: 'from the signed record',
  superseded: 'from a record that was replaced',
  draft: 'a draft, not signed',
}

type WrittenProps = { view: LetterView; opened: CaseView; stale: StaleDecision | null }

function Written({ view, opened, stale }: WrittenProps) {
  const { conclusionId, caseId, letter, state } = view
  return (
    <>
      <div className="no-print">
        <PageHead
          inCase
          title="Letter to the referring doctor"
          note={`Case ${letter.caseCode}, ${notes[state]}`}
          actions={
            <>
              <ButtonLink href={`/cases/${caseId}`}>Board sheet</ButtonLink>
              <ButtonLink href={`/cases/${caseId}/follow-up`}>Follow-up</ButtonLink>
              {state !== 'draft' && (
                <ButtonLink href={`/cases/${caseId}/documents?kind=referrer&version=${conclusionId}`}>
                  Edit and send
                </ButtonLink>
              )}
              <PrintButton />
              <a className="btn primary" href={`/api/v1/conclusions/${conclusionId}/letter.pdf`} download>
                PDF
              </a>
            </>
          }
        />
        <LetterNotices {...{ view, stale }} mayRecord={opened.mayWrite} timeZone={opened.timeZone} />
      </div>
      <LetterPaper letter={letter} />
    </>
  )
}

function NothingSigned({ caseId }: { caseId: string }) {
  return (
    <>
      <PageHead inCase title="Letter to the referring doctor" />
      <div className="page">
        <div className="card">
          <Empty
            title="The board has not signed a recommendation yet."
            action={<ButtonLink href={`/cases/${caseId}`}>Back to the board sheet</ButtonLink>}
          >
            The letter is written from the signed record. It appears here when the chair signs.
          </Empty>
        </div>
      </div>
    </>
  )
}
