import { abbreviations } from '@/lib/clinical/abbreviations'
import './abbreviations.css'

/** What the short words of the sheet stand for, at its end, on the screen and on paper (DESIGN D10). */
export function Abbreviations() {
  return (
    <section className="abbreviations" aria-label="Abbreviations">
      <dl>
        {abbreviations.map(({ short, words }) => (
          <div key={short}>
            <dt>{short}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
