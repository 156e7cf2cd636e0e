import { Button } from './button'
import { Icon } from './icon'

/** State of a draft that saves itself. `at` is the clock time of the last save, `14:32:05`. */
export type Saving =
  | { state: 'untouched' }
  | { state: 'saving' }
  | { state: 'saved'; at: string }
  | { state: 'failed'; why?: string; onGo?: () => void }
  | { state: 'changed'; why?: string; onGo?: () => void }

/** Whether what was typed is safe, in words. Announced politely; a failure offers to try again. */
export function SaveState({ saving, onRetry }: { saving: Saving; onRetry?: () => void }) {
  return (
    <span className="row-wrap">
      <span role="status" className={`save-state ${saving.state}`}>
        {saving.state === 'saved' && (
          <>
            <Icon name="ok" /> Saved {saving.at}
          </>
        )}
        {saving.state === 'saving' && (
          <>
            <Icon name="clock" /> Saving
          </>
        )}
        {saving.state === 'changed' && (
          <>
            <Icon name="clock" /> Not saved yet{saving.why !== undefined && <Why {...saving} />}
          </>
        )}
        {saving.state === 'failed' && (
          <>
            <Icon name="crit" /> Not saved{saving.why !== undefined && <Why {...saving} />}. Kept on this screen.
          </>
        )}
      </span>
      {saving.state === 'failed' && onRetry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </span>
  )
}

/** What is in the way, as the way to it where there is one. */
function Why({ why, onGo }: { why?: string; onGo?: () => void }) {
  return (
    <>
      {': '}
      {onGo ? (
        <button type="button" className="link-btn" onClick={onGo}>
          {why}
        </button>
      ) : (
        why
      )}
    </>
  )
}
