import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { PageHead } from '@/app/_ui/page-head'
import { getCase } from '@/lib/cases/queries'
import { getLetter } from '@/lib/exchange/queries/get-letter'
import { requireActor } from '@/lib/people/session'
import { CaseBanner } from '../_banner'
import './letter.css'
import { LetterPaper } from './letter-paper'
import { PrintButton } from './print-button'

type Props = PageProps<'/cases/[caseId]/letter'>

/** Opened once for title and page together: each opening stands in the ledger. */
const openLetter = cache(async (caseId: string) => getLetter(await requireActor(), { caseId }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await openLetter((await params).caseId)
  return { title: found.ok ? `Letter ${found.value.letter.caseCode}` : 'Not found' }
}

export default async function LetterPage({ params }: Props) {
  const { caseId } = await params
  const found = await openLetter(caseId)
  const opened = found.ok ? await getCase(await requireActor(), caseId) : null
  if (!found.ok || !opened) notFound()
  const { letter, conclusionId } = found.value
  const { file, today, timeZone } = opened
  return (
    <>
      <div className="sticky-top no-print">
        <CaseBanner file={file} today={today} timeZone={timeZone} />
      </div>
      <div className="no-print">
        <PageHead
          inCase
          title="Letter to the referring doctor"
          note={`Case ${letter.caseCode}, from the signed record`}
          actions={
            <>
              <ButtonLink href={`/cases/${caseId}/follow-up`}>Follow-up</ButtonLink>
              <PrintButton />
              <a className="btn primary" href={`/api/v1/conclusions/${conclusionId}/letter.pdf`} download>
                PDF
              </a>
            </>
          }
        />
      </div>
      <LetterPaper letter={letter} />
    </>
  )
}
