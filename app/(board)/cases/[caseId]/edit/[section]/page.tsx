import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { NeedsIdentity } from '@/app/_identity/needs-identity'
import { ButtonLink } from '@/app/_ui/button'
import { NoPermission } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { requireBoard } from '@/app/(board)/_shell/current-board'
import { maySettle } from '@/lib/cases/policy'
import { getCaseEntry } from '@/lib/deliberation/queries/get-case-entry'
import { now } from '@/lib/foundation/clock'
import { CaseBanner } from '../../_banner'
import { OtherCases } from '../../_other-cases'
import { WithdrawnNotice } from '../../_standing'
import { CaseEntry } from '../case-entry'
import '../../../cases.css'
import '../entry.css'
import { isEntrySection } from '../section-state'

// Title and page read the case once: opening it leaves one entry in the ledger, not two.
const openCase = cache(async (caseId: string) => getCaseEntry((await requireBoard()).actor, caseId))

type EntryPageProps = PageProps<'/cases/[caseId]/edit/[section]'>

/** The case's number only: titles reach histories and projectors. */
export async function generateMetadata({ params }: EntryPageProps): Promise<Metadata> {
  const opened = await openCase((await params).caseId)
  return { title: opened ? `Enter case ${opened.view.file.code}` : 'Not found' }
}

export default async function EntryPage({ params }: EntryPageProps) {
  const { caseId, section } = await params
  const { actor } = await requireBoard()
  const opened = isEntrySection(section) ? await openCase(caseId) : null
  if (!opened) notFound()
  const { view, care, known, others, pathway } = opened
  const { file, today, timeZone, mayWrite, standings } = view
  const isHidden = await isIdentityHidden()
  const isOpen = mayWrite && file.state !== 'withdrawn'
  if (isOpen && isHidden) {
    return (
      <>
        <div className="sticky-top">
          <CaseBanner {...{ file, today, timeZone, isHidden }} />
        </div>
        <PageHead inCase title={`Case ${file.code}`} />
        <div className="page">
          <NeedsIdentity because="Answers are entered under the patient’s name, so that none goes to somebody else." />
          <p>
            <ButtonLink href={`/cases/${caseId}`}>Open the board sheet</ButtonLink>
          </p>
        </div>
      </>
    )
  }
  if (isOpen) {
    return (
      <CaseEntry
        {...{ file, today, timeZone }}
        terms={care.terms}
        pathway={{ terms: pathway, at: now().toISOString() }}
        maySettle={maySettle(actor, file)}
        person={{ userId: actor.userId, name: actor.name }}
        known={known}
        otherCases={<OtherCases {...{ others, timeZone }} />}
      />
    )
  }
  return (
    <>
      <div className="sticky-top">
        <CaseBanner {...{ file, today, timeZone, isHidden }} />
      </div>
      <PageHead inCase title={`Case ${file.code}`} />
      {file.state === 'withdrawn' ? (
        <div className="page">
          <WithdrawnNotice withdrawal={standings[0]} timeZone={timeZone} />
          <p>
            <ButtonLink href={`/cases/${caseId}`}>Open the board sheet</ButtonLink>
          </p>
        </div>
      ) : (
        <NoPermission
          title="You cannot change this case"
          action={<ButtonLink href={`/cases/${caseId}`}>Open the board sheet</ButtonLink>}
        >
          Presenters, core members and the coordinator enter cases. You can read it.
        </NoPermission>
      )}
    </>
  )
}
