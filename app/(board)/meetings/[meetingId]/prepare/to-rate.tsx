import { ButtonLink } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import type { PreBallotProgress } from '@/lib/deliberation/model/pre-ballot'
import { casesWords } from '../../meeting-words'

/** On the meeting: that a member can read and rate its cases before the vote, and how far that is. */
export function ToRate({ cases, meetingId }: { cases: readonly PreBallotProgress[]; meetingId: string }) {
  if (cases.length === 0) return null
  const open = cases.filter(({ options, rated }) => rated < options).length
  return (
    <Notice
      kind="info"
      title={
        open === 0 ? 'You have rated every case that has options.' : `${casesWords(open)} to rate before the meeting.`
      }
      actions={
        <ButtonLink href={`/meetings/${meetingId}/prepare`} size="small">
          {open === 0 ? 'Look at my ratings' : 'Rate the cases'}
        </ButtonLink>
      }
    >
      {open > 0 && 'Your rating is sealed, and fills in your ballot in the room.'}
    </Notice>
  )
}
