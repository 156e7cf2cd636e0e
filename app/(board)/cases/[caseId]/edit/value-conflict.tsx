import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'

type ValueConflictProps = {
  label: string
  mine: string
  theirs: string
  /** Who saved theirs, and when; empty where the screen says so already. */
  who?: string
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two people changed one value: both stand here until this person chooses. Nothing is overwritten silently (DESIGN F4). */
export function ValueConflict({ label, mine, theirs, who, onKeepMine, onTakeTheirs }: ValueConflictProps) {
  // Several may wait at once: heard without their notice, the buttons say of what they are.
  const about = <span className="visually-hidden"> for {label}</span>
  return (
    <Notice
      kind="info"
      announce="alert"
      title={`${label}: yours ${mine}, saved ${theirs}`}
      actions={
        <>
          <Button size="small" onClick={onKeepMine}>
            Keep mine{about}
          </Button>
          <Button size="small" onClick={onTakeTheirs}>
            Take theirs{about}
          </Button>
        </>
      }
    >
      {who}
    </Notice>
  )
}
