import { showInstant } from '@/lib/foundation/time'
import type { LaneView } from '@/lib/meetings/model/lane'

/** What the protocol of a listed case recommends, and who listed the case and why. */
export function ListedWords({ lane, timeZone }: { lane: LaneView; timeZone: string }) {
  return (
    <>
      <p>
        <b>Recommendation of the protocol:</b> <span className="user-text">{lane.recommendation}</span>
      </p>
      <p className="small">
        Listed by {lane.by}, {showInstant(lane.at, timeZone)}: <span className="user-text">“{lane.because}”</span>
      </p>
    </>
  )
}
