import { estimateWords } from '@/app/(board)/cases/[caseId]/_sheet/prognosis-words'
import type { CaseFile } from '@/lib/cases/case-file'
import { prognosisScores } from '@/lib/cases/prognosis-readings'
import { readingsOf } from '@/lib/cases/readings'
import { cohortCaveat } from '@/lib/clinical/cohort-caveat'

/** The survival scores of the default panel in a line each, with what such a figure is not. */
export function SurvivalScores({ file }: { file: CaseFile }) {
  const scores = prognosisScores(readingsOf(file)).filter(({ isDefault }) => isDefault)
  return (
    <>
      <dl className="survival-lines">
        {scores.map(({ id, name, reading }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{estimateWords(reading)}</dd>
          </div>
        ))}
      </dl>
      <p className="source-line">{cohortCaveat.text}</p>
    </>
  )
}
