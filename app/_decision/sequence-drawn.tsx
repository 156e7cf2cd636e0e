import { drawnSequence, type NamedSequence, startInWords, stepDays, stepTitle } from '@/lib/deliberation/model/sequence'
import './sequence-drawn.css'

/** The order of the treatments: a list first, and beside each step its bar over the days where days were said. */
export function SequenceDrawn({ sequence }: { sequence: NamedSequence }) {
  const drawn = drawnSequence(sequence)
  const start = startInWords(sequence)
  return (
    <div className="sequence">
      <ol className={drawn ? 'sequence-steps drawn' : 'sequence-steps'}>
        {sequence.steps.map((step, place) => {
          const bar = drawn?.bars[place]
          return (
            // Steps have no other name than their place, and two can say the same.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={place}>
              <span>
                <span className="user-text">{stepTitle(step)}</span>, <span className="muted">{stepDays(step)}</span>
              </span>
              {drawn && (
                <span className="sequence-line" aria-hidden="true">
                  <span className="sequence-zero" style={{ left: `${drawn.zero}%` }} />
                  {bar && (
                    <span
                      className={bar.opens === null ? 'sequence-bar' : `sequence-bar opens-${bar.opens}`}
                      style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
                    />
                  )}
                </span>
              )}
            </li>
          )
        })}
      </ol>
      {start !== null && <p className="small muted user-text">{start}</p>}
    </div>
  )
}
