import { Icon } from '@/app/_ui/icon'
import { StanceCell } from '@/app/_ui/stance-cell'
import { type OtherStance, otherWords } from './ballot-draft'

/** The own answer to an option where it is none of the three stances: its sign, its words, and whether it is cast. */
export function OwnOther({ stance, isCast }: { stance: OtherStance; isCast: boolean }) {
  return (
    <span className="own-other">
      <StanceCell stance={stance} silent />
      {otherWords[stance].shown}
      {isCast && <Icon name="lock" label="cast and sealed" />}
    </span>
  )
}
