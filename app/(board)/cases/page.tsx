import type { Metadata } from 'next'
import { IdentitySign } from '@/app/_identity/identity-sign'
import { ButtonLink } from '@/app/_ui/button'
import { PageHead } from '@/app/_ui/page-head'
import { caseStates } from '@/lib/cases/model'
import { mayWriteCase } from '@/lib/cases/policy'
import { requireBoard } from '../_shell/current-board'
import { CaseList } from './case-list'
import './cases.css'

export const metadata: Metadata = { title: 'Cases' }

export default async function CasesPage({ searchParams }: PageProps<'/cases'>) {
  const { actor, boardId, seat, timeZone } = await requireBoard()
  const wished = (await searchParams).state
  const mayWrite = mayWriteCase(actor, { boardId })
  return (
    <>
      <PageHead
        title="Cases"
        note={seat.boardName}
        actions={
          mayWrite && (
            <>
              <ButtonLink href="/cases/import">Import</ButtonLink>
              <ButtonLink href="/cases/new" tone="primary" icon="plus">
                New case
              </ButtonLink>
            </>
          )
        }
      />
      <IdentitySign />
      <CaseList
        {...{ boardId, timeZone, mayWrite }}
        initialState={caseStates.find((state) => state === wished) ?? null}
      />
    </>
  )
}
