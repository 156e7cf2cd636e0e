'use client'
import { Icon } from '@/app/_ui/icon'

/** How many have cast, and nothing else: not who, not what. */
export function SealCard({ cast, voters }: { cast: number; voters: number }) {
  const seats = Array.from({ length: Math.max(cast, voters) }, (_, seat) => ({ seat, isCast: seat < cast }))
  return (
    <section className="card" aria-label="Sealed vote">
      <div className="card-body seal-body">
        <p className="cast-count" role="status">
          <Icon name="lock" size="medium" />
          {cast} of {Math.max(cast, voters)} cast
        </p>
        <div className="seats" aria-hidden="true">
          {seats.map(({ seat, isCast }) => (
            <i key={seat} className={isCast ? 'cast' : undefined} />
          ))}
        </div>
        <p className="small quiet">Sealed. Nobody, the chair included, sees a stance before the reveal.</p>
      </div>
    </section>
  )
}
