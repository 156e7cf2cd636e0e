import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/app/_ui/button'
import { PageHead } from '@/app/_ui/page-head'
import { getLetter } from '@/lib/exchange/queries/get-letter'
import { requireActor } from '@/lib/people/session'
import './letter.css'
import { LetterPaper } from './letter-paper'
import { PrintButton } from './print-button'

type Props = PageProps<'/cases/[caseId]/letter'>

export const metadata: Metadata = { title: 'Letter' }

export default async function LetterPage({ params }: Props) {
  const { caseId } = await params
  const found = await getLetter(await requireActor(), { caseId })
  if (!found.ok) notFound()
  const { letter, conclusionId } = found.value
  return (
    <>
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
