import { ListedWords } from '@/app/_meeting/listed-words'
import { Notice } from '@/app/_ui/notice'
import { dayAt, showDay, showInstant } from '@/lib/foundation/time'
import { laneWords } from '@/lib/meetings/model/lane'
import type { CaseLane } from '@/lib/meetings/queries/ask-case-lane'

/** That a case follows a local protocol and was not discussed: no decision of the board, and the sheet says so. */
export function ByProtocol({ lane: { lane, meetingTitle, startsAt }, timeZone }: { lane: CaseLane; timeZone: string }) {
  const meeting = `${meetingTitle}, ${showDay(dayAt(startsAt, timeZone))}`
  return (
    <Notice kind="info" title={`${laneWords(lane, timeZone)}.`}>
      <p>
        {lane.confirmed
          ? `The chair, ${lane.confirmed.by}, confirmed it when the meeting closed: ${meeting}, ${showInstant(lane.confirmed.at, timeZone)}.`
          : `Listed for ${meeting}; anybody of the team can pull it back on its agenda.`}{' '}
        Not a decision of the board: nobody voted.
      </p>
      <ListedWords lane={lane} timeZone={timeZone} />
    </Notice>
  )
}
