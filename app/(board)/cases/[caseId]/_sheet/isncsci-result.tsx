import { lowerFirst } from '@/app/_ui/lower-first'
import { Notice } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import { type CaseFile, knownText, newestOf } from '@/lib/cases/case-file'
import { isncsciExamOf, isncsciOf, limbPower, limbs } from '@/lib/cases/neurology-readings'
import type { IsncsciClass } from '@/lib/clinical/isncsci'
import { explainIsncsci } from '@/lib/clinical/isncsci-explained'

/** `B,C` as `B or C`: what could not be tested leaves several grades possible. */
const setWords = (levels: string): string => levels.replaceAll(',', ' or ')

const bothWords = ({ right, left }: { right: string; left: string }): string =>
  `right ${setWords(right)}, left ${setWords(left)}`

const rowsOf = ({ neurologicalLevel, sensory, motor, sensoryZpp, motorZpp, totals }: IsncsciClass) => [
  { label: 'Neurological level', words: setWords(neurologicalLevel) },
  { label: 'Sensory level', words: bothWords(sensory) },
  { label: 'Motor level', words: bothWords(motor) },
  { label: 'Sensory zone of partial preservation', words: bothWords(sensoryZpp) },
  { label: 'Motor zone of partial preservation', words: bothWords(motorZpp) },
  {
    label: 'Totals',
    words: `arms ${totals.arms} of 50, legs ${totals.legs} of 50, light touch ${totals.touch} of 112, pin prick ${totals.pin} of 112`,
  },
]

/**
 * What follows from key muscles and dermatomes of one examination: each limb's weakest muscle, the ISNCSCI classification with
 * the reason of each level, and the clinician's AIS beside the derived one. Nothing while neither grid was begun.
 */
export function IsncsciResult({ file, item = newestOf(file, 'neurology') }: { file: CaseFile; item?: string }) {
  const reading = isncsciOf(file, item)
  const derived = limbs.map(({ field, label }) => ({ label, ...limbPower(file, field, item) }))
  const byMuscles = derived.filter((limb) => limb.derived !== null)
  if (reading === null && byMuscles.length === 0) return null
  const differing = byMuscles.filter(({ stated, derived: weakest }) => stated !== null && stated !== weakest)
  return (
    <section className="changes" aria-label="From muscles and dermatomes">
      {byMuscles.length > 0 && (
        <p className="small">
          <b>Weakest key muscle</b>:{' '}
          {byMuscles.map(({ label, derived: weakest }) => `${lowerFirst(label)} ${weakest} / 5`).join(', ')}
        </p>
      )}
      {differing.map(({ label, stated, derived: weakest }) => (
        <p key={label} className="small">
          <Severity tone="warn">
            {label}: {stated} / 5 stated, {weakest} / 5 by its key muscles. Both are kept.
          </Severity>
        </p>
      ))}
      {reading?.kind === 'incomplete' && (
        <p className="small">
          <Severity tone="unk">ISNCSCI not classified yet. Missing: {reading.missing.join(', ')}.</Severity>
        </p>
      )}
      {reading?.kind === 'classified' && <Classified {...{ file, item, reading }} />}
    </section>
  )
}

function Classified({ file, item, reading }: { file: CaseFile; item: string; reading: IsncsciClass }) {
  const clinician = knownText(file, 'neurology', 'ais', item)
  const possible = reading.ais.replaceAll('*', '').split(',')
  const reasons = explainIsncsci(isncsciExamOf(file, item))
  return (
    <>
      <p>
        <b>AIS {setWords(reading.ais)}</b> <span className="muted">by ISNCSCI 2019</span>
        {clinician !== undefined && <span>, {clinician} by the clinician</span>}
      </p>
      {clinician !== undefined && !possible.includes(clinician) && (
        <Notice kind="stale" title="The two AIS grades differ.">
          Both are kept. The standard was made for traumatic injury.
        </Notice>
      )}
      {reading.ais === 'E' && (
        <p className="small muted">E speaks of somebody who had a deficit before; else there is no deficit to grade.</p>
      )}
      <dl className="facts">
        {rowsOf(reading).map(({ label, words }) => (
          <div key={label} className="isncsci-row">
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary className="small">Why</summary>
        <ul>
          {reasons.map(({ what, result, because }) => (
            <li key={what}>
              <b>
                {what} {setWords(result)}:
              </b>{' '}
              {because}.
            </li>
          ))}
        </ul>
      </details>
      <p className="source-line">
        Computed by the published algorithm of the Praxis Spinal Cord Institute (package isncsci 2.0.6, ISNCSCI 2019).
      </p>
    </>
  )
}
