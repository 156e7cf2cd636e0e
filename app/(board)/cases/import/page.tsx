import type { Metadata } from 'next'
import { isIdentityHidden } from '@/app/_identity/is-identity-hidden'
import { NeedsIdentity } from '@/app/_identity/needs-identity'
import { ButtonLink } from '@/app/_ui/button'
import { NoPermission } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { requireBoard } from '@/app/(board)/_shell/current-board'
import { mayWriteCase } from '@/lib/cases/policy'
import { now } from '@/lib/foundation/clock'
import { dayAt } from '@/lib/foundation/time'
import '../cases.css'
import { ImportForm } from './import-form'
import './import.css'

export const metadata: Metadata = { title: 'Import cases' }

export default async function ImportPage() {
  const { actor, boardId, timeZone } = await requireBoard()
  if (mayWriteCase(actor, { boardId })) {
    return (
      <>
        <PageHead
          title="Import cases"
          note="From a table: one row for each patient and question. Nothing is written before you import."
        />
        {(await isIdentityHidden()) ? (
          <div className="page">
            <NeedsIdentity because="A table is checked row by row against names, birth dates and numbers." />
          </div>
        ) : (
          <ImportForm boardId={boardId} today={dayAt(now().toISOString(), timeZone)} />
        )}
      </>
    )
  }
  return (
    <>
      <PageHead title="Import cases" />
      <NoPermission title="You cannot import cases" action={<ButtonLink href="/cases">Back to the cases</ButtonLink>}>
        Presenters, core members and the coordinator import cases. Ask one of them.
      </NoPermission>
    </>
  )
}
