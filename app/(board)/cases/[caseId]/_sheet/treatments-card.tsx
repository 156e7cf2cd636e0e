import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { ModalityMark } from '@/app/_ui/modality-mark'
import { Empty } from '@/app/_ui/notice'
import { type CaseFile, factOf, itemsLatestFirst, knownText, showFact } from '@/lib/cases/case-file'
import { cumulativeDoses, reIrradiationsAt } from '@/lib/cases/level-dose'
import { FactEntry } from './fact-entry'
import { ReIrradiationLines } from './re-irradiation-lines'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'
import { originWords } from './sources'
import { TherapyLines } from './therapy-lines'
import { courseWords, cumulativeWords, depthWords, doseWords, periodWords } from './treatment-words'

/** What was done to the spine before, the latest first, and the systemic treatment. */
export function TreatmentsCard({ sheet }: { sheet: Sheet }) {
  const { file, timeZone, today } = sheet
  const items = itemsLatestFirst(file, 'treatments', 'startedOn')
  const overlaps = cumulativeDoses(file)
  const again = reIrradiationsAt(file, today, null)
  return (
    <Card title="Earlier treatment">
      {items.length === 0 && <Empty title="No earlier treatment of the spine recorded." />}
      <ul className="timeline">
        {items.map((item) => (
          <li key={item}>
            <ModalityMark
              modality={knownText(file, 'treatments', 'kind', item) === 'radiation' ? 'radiation' : 'surgery'}
            />
            <span>
              <Sourced sheet={sheet} fact={factOf(file, 'treatments', 'kind', item)}>
                <b>{courseWords(file, item)}</b>
              </Sourced>
              <span className="under">
                {[periodWords(file, item), doseWords(file, item), ...depthWords(file, item), remarkOf(file, item)]
                  .filter(Boolean)
                  .join('. ')}
              </span>
              <span className="under">{sourceOf(file, item, timeZone)}</span>
            </span>
          </li>
        ))}
      </ul>
      {overlaps.length > 0 && (
        <section aria-label="Levels that were irradiated more than once">
          <h3 className="small">Irradiated more than once</h3>
          <ul>
            {overlaps.map((dose) => (
              <li key={dose.levels.join(' ')}>{cumulativeWords(file, dose)}.</li>
            ))}
          </ul>
        </section>
      )}
      {again.length > 0 && (
        <details className="fold">
          <summary>
            <Icon name="down" />
            Conditions for SBRT to levels irradiated before
          </summary>
          <ReIrradiationLines file={file} at={again} />
        </details>
      )}
      <TherapyLines sheet={sheet} />
      <dl className="facts">
        <FactEntry sheet={sheet} section="tumour" field="systemicTherapy" label="Systemic" />
        <FactEntry sheet={sheet} section="tumour" field="chemotherapyBefore" onlyKnown />
        <FactEntry sheet={sheet} section="tumour" field="effectiveOption" label="Option left" />
      </dl>
    </Card>
  )
}

const remarkOf = (file: CaseFile, item: string): string => {
  const remark = factOf(file, 'treatments', 'remark', item)
  return remark?.state === 'known' ? showFact('treatments', 'remark', remark) : ''
}

const sourceOf = (file: CaseFile, item: string, timeZone: string): string => {
  const fact = factOf(file, 'treatments', 'kind', item) ?? factOf(file, 'treatments', 'levels', item)
  return fact ? originWords({ ...fact, refersOn: null }, timeZone) : ''
}
