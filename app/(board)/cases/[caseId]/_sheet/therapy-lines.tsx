import { ModalityMark } from '@/app/_ui/modality-mark'
import { type CaseFile, eachStated, factOf, itemsLatestFirst, showFact } from '@/lib/cases/case-file'
import type { FieldId } from '@/lib/cases/sections/sections'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'
import { originWords } from './sources'

/** The recorded lines of systemic therapy, the latest first; nothing where none is recorded. */
export function TherapyLines({ sheet }: { sheet: Sheet }) {
  const { file, timeZone } = sheet
  const items = itemsLatestFirst(file, 'therapies', 'startedOn')
  if (items.length === 0) return null
  return (
    <ul className="timeline">
      {items.map((item) => {
        const drug = factOf(file, 'therapies', 'drug', item)
        return (
          <li key={item}>
            <ModalityMark modality="systemic" />
            <span>
              <Sourced {...{ sheet }} fact={drug}>
                <b>{drug?.state === 'known' ? showFact('therapies', 'drug', drug) : 'Drug not named'}</b>
              </Sourced>
              <span className="under">{therapyWords(file, item)}</span>
              {drug && <span className="under">{originWords({ ...drug, refersOn: null }, timeZone)}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

const givenWords = { yes: 'given now', no: 'ended', planned: 'planned' } as const
type Given = keyof typeof givenWords

/** `Line 2, Chemotherapy, ended, from Mar-2026 to 14-Aug-2026. Response: Partial`, as far as each is recorded. */
export function therapyWords(file: CaseFile, item: string): string {
  const shown = (field: FieldId<'therapies'>): string | undefined => {
    const fact = factOf(file, 'therapies', field, item)
    return fact?.state === 'known' ? showFact('therapies', field, fact) : undefined
  }
  const labelled = (label: string, field: FieldId<'therapies'>) => {
    const value = shown(field)
    return value && `${label} ${value}`
  }
  const given = eachStated(factOf(file, 'therapies', 'given', item), (value) => givenWords[value as Given])
  const when = [labelled('from', 'startedOn'), labelled('to', 'endedOn')].filter(Boolean).join(' ')
  const what = [labelled('Line', 'line'), shown('kind'), given, when]
  return [
    what.filter(Boolean).join(', '),
    labelled('Response:', 'response'),
    labelled('Last dose', 'lastDose'),
    labelled('Next dose', 'nextDose'),
    shown('remark'),
  ]
    .filter(Boolean)
    .join('. ')
}
