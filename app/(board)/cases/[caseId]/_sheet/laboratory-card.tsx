import { Card } from '@/app/_ui/card'
import { Empty } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import { ageOfFact, factOf, itemsOf, knownText, showFact } from '@/lib/cases/case-file'
import { equivalentWords, totalEquivalentWords } from '@/lib/cases/given-drugs'
import { conversionWords, labQuestion, labValue, latestLabs } from '@/lib/cases/lab-values'
import { labTests } from '@/lib/clinical/laboratory'
import { showDay } from '@/lib/foundation/time'
import { DoesNotFit } from './does-not-fit'
import type { Sheet } from './sheet'

/** Tissue and blood: every biopsy, and the newest value of each test with its day, its other unit and the one before. */
export function LaboratoryCard({ sheet: { file, today } }: { sheet: Sheet }) {
  const latest = latestLabs(file)
  const biopsies = itemsOf(file, 'biopsy')
  return (
    <Card title="Biopsy and laboratory">
      {latest.length === 0 && biopsies.length === 0 && <Empty title="No biopsy and no laboratory value recorded." />}
      <dl className="facts">
        {biopsies.map((item) => (
          <BiopsyEntry key={item} {...{ file, item }} />
        ))}
        {latest.map(({ test, item, earlier: [before] }) => {
          const value = labValue(file, item)
          const fact = factOf(file, 'labs', 'value', item)
          const day = knownText(file, 'labs', 'takenOn', item)
          const age = ageOfFact('labs', fact, today)
          const question = labQuestion(file, item)
          const conversion = value && question === null ? conversionWords(value) : ''
          const reference = knownText(file, 'labs', 'reference', item)
          return [
            <dt key={`${item} test`}>{labTests[test].label}</dt>,
            <dd key={item} className={value ? undefined : 'missing'}>
              {showFact('labs', 'value', fact)} {conversion && <span className="conversion">{conversion}</span>}
              {question && (
                <Severity tone="warn">{question.kind === 'unusual' ? 'Result' : 'Unit'} to be checked</Severity>
              )}
              <span className="field-source">
                {[
                  day === undefined ? 'Day not recorded' : showDay(day),
                  reference && `reference ${reference}`,
                  before && `before: ${showFact('labs', 'value', factOf(file, 'labs', 'value', before))}`,
                ]
                  .filter(Boolean)
                  .join(', ')}{' '}
                {age?.old && <Severity tone="warn">{`${age.days}\u00a0d old, limit ${age.limit}\u00a0d`}</Severity>}
              </span>
            </dd>,
          ]
        })}
      </dl>
    </Card>
  )
}

function BiopsyEntry({ file, item }: { file: Sheet['file']; item: string }) {
  const shown = (field: 'kind' | 'result' | 'histology' | 'markers' | 'sufficient') => {
    const fact = factOf(file, 'biopsy', field, item)
    return fact === undefined ? '' : showFact('biopsy', field, fact)
  }
  const day = knownText(file, 'biopsy', 'takenOn', item)
  const sufficient = shown('sufficient')
  return (
    <>
      <dt>Biopsy {knownText(file, 'biopsy', 'site', item) ?? 'site not recorded'}</dt>
      <dd>
        {[shown('histology') || 'Histology not recorded', shown('markers')].filter(Boolean).join('. ')}
        <span className="field-source">
          {[
            day === undefined ? 'Day not recorded' : showDay(day),
            shown('kind'),
            shown('result'),
            sufficient && `sufficient for markers: ${sufficient}`,
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
      </dd>
    </>
  )
}

const oftenWords = (times: unknown) => (times === 1 ? 'once in 24 h' : `${String(times)} times in 24 h`)

/** Drugs one by one with the morphine equivalent of the opioids; null when none is recorded so. */
export function MedicinesCard({ sheet: { file } }: { sheet: Sheet }) {
  const items = itemsOf(file, 'medicines')
  const total = totalEquivalentWords(file)
  if (items.length === 0) return null
  const shown = (item: string, field: 'dose' | 'route' | 'since' | 'taper') => {
    const fact = factOf(file, 'medicines', field, item)
    return fact?.state === 'known' ? showFact('medicines', field, fact) : ''
  }
  return (
    <Card title="Medicines">
      <dl className="facts">
        {items.map((item) => {
          const times = factOf(file, 'medicines', 'timesADay', item)
          const often = times?.state === 'known' ? oftenWords(times.value) : ''
          const since = shown(item, 'since')
          const taper = shown(item, 'taper')
          return [
            <dt key={`${item} drug`}>{knownText(file, 'medicines', 'drug', item) ?? 'Drug not recorded'}</dt>,
            <dd key={item}>
              {[shown(item, 'dose') || 'Dose not recorded', shown(item, 'route'), often].filter(Boolean).join(', ')}
              <DoesNotFit sheet={{ file }} section="medicines" fields={['drug']} item={item} />
              <span className="field-source">
                {[since && `since ${since}`, taper && `taper: ${taper}`, equivalentWords(file, item)]
                  .filter(Boolean)
                  .join('. ')}
              </span>
            </dd>,
          ]
        })}
      </dl>
      {total && (
        <p className="source-line">
          {total.title}: <b>{total.total}</b>. {total.uncounted} {total.note}
        </p>
      )}
    </Card>
  )
}
