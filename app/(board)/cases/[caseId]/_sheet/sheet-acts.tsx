'use client'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { IdentitySwitch } from '@/app/_identity/identity-switch'
import { Button, ButtonLink } from '@/app/_ui/button'
import { useKeys } from '@/app/_ui/keys'

type SheetActsProps = {
  caseId: string
  mayEdit: boolean
  /** The running meeting that has the case on its agenda. */
  meetingId: string | null
  hasFollowUp: boolean
  /** Whether who looks can call the board together on this case without a meeting. */
  mayCall: boolean
  isHidden: boolean
  /** The menu of rarer acts. */
  more: ReactNode
}

/** What can be done from the sheet. `P` prints, `E` edits. */
export function SheetActs({ caseId, mayEdit, meetingId, hasFollowUp, mayCall, isHidden, more }: SheetActsProps) {
  const router = useRouter()
  const editHref = `/cases/${caseId}/edit/referral`
  useKeys([
    { key: 'p', does: 'print the sheet, two pages', run: () => window.print() },
    ...(mayEdit ? [{ key: 'e', does: 'edit the case', run: () => router.push(editHref) }] : []),
  ])
  return (
    <>
      <IdentitySwitch isHidden={isHidden} />
      <ButtonLink href={`/cases/${caseId}/history`}>History</ButtonLink>
      {more}
      {hasFollowUp && <ButtonLink href={`/cases/${caseId}/follow-up`}>Follow-up</ButtonLink>}
      <Button icon="print" onClick={() => window.print()}>
        Print, 2 pages
      </Button>
      {mayEdit && <ButtonLink href={editHref}>Edit case</ButtonLink>}
      {mayCall && meetingId === null && <ButtonLink href={`/meetings/call?case=${caseId}`}>Call the board</ButtonLink>}
      {meetingId !== null && (
        <ButtonLink tone="primary" href={`/meetings/${meetingId}/room`}>
          Open in room
        </ButtonLink>
      )}
    </>
  )
}
