'use client'
import { Button } from './button'
import { Icon } from './icon'

type BrokenProps = { problem: unknown; onRetry: () => void }

const referenceOf = (problem: unknown): string | null => {
  const isMarked = typeof problem === 'object' && problem !== null && 'digest' in problem
  return isMarked && typeof problem.digest === 'string' ? problem.digest : null
}

/** Something broke that nobody expected: says what is safe, offers to try again, and names the reference of the log. */
export function Broken({ problem, onRetry }: BrokenProps) {
  const reference = referenceOf(problem)
  return (
    <div className="page">
      <div className="empty" role="alert">
        <Icon name="warn" size="large" />
        <h1>This page could not be shown.</h1>
        <p>What was saved is safe. Try again; if it goes on, tell whoever looks after this server.</p>
        {reference && (
          <p className="muted">
            Reference <span className="ident">{reference}</span>
          </p>
        )}
        <div className="row-wrap">
          <Button tone="primary" onClick={onRetry}>
            Try again
          </Button>
          <a className="btn" href="/">
            Go to the start
          </a>
        </div>
      </div>
    </div>
  )
}
