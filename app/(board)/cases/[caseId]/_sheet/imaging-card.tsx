import { filesOf } from '@/app/_files/file-words'
import { ImageStrip } from '@/app/_files/image-strip'
import { Card } from '@/app/_ui/card'
import { Icon } from '@/app/_ui/icon'
import { lowerFirst } from '@/app/_ui/lower-first'
import { Empty } from '@/app/_ui/notice'
import { Severity } from '@/app/_ui/severity'
import { type CaseFile, factOf, itemsOf, knownText, showFact } from '@/lib/cases/case-file'
import type { FieldId } from '@/lib/cases/sections/sections'
import { studyProtocol } from '@/lib/cases/study-protocol'
import { listWords } from '@/lib/foundation/words'
import { FactEntry } from './fact-entry'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'
import { originWords } from './sources'
import { studyAge } from './study-age'

/** The studies with their age and what they show; reports are folded. */
export function ImagingCard({ sheet }: { sheet: Sheet }) {
  const { file } = sheet
  const studies = itemsOf(file, 'imaging').sort((a, b) => dayOf(file, b).localeCompare(dayOf(file, a)))
  return (
    <Card title="Imaging" note={studies.length === 1 ? '1 study' : `${studies.length} studies`}>
      <ImageStrip of={filesOf(file, sheet)} />
      {studies.length === 0 ? (
        <>
          <Empty title="No study recorded.">Without imaging no level can be graded.</Empty>
          <dl className="facts">
            <FactEntry sheet={sheet} section="referral" field="noImagingBecause" label="Because" onlyKnown />
          </dl>
        </>
      ) : (
        <table className="table dense as-cards imaging">
          <caption className="visually-hidden">Imaging studies, the latest first</caption>
          <thead>
            <tr>
              <th scope="col">Study</th>
              <th scope="col">Region</th>
              <th scope="col">Age</th>
              <th scope="col">Read by board</th>
            </tr>
          </thead>
          <tbody>
            {studies.map((item) => (
              <Study key={item} sheet={sheet} item={item} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  )
}

const dayOf = (file: CaseFile, item: string): string => knownText(file, 'imaging', 'doneOn', item) ?? ''

const readMarks = { yes: 'ok', no: 'unk' } as const

function Study({ sheet, item }: { sheet: Sheet; item: string }) {
  const { file, today, timeZone } = sheet
  const shown = (field: FieldId<'imaging'>) => showFact('imaging', field, factOf(file, 'imaging', field, item))
  const age = studyAge(knownText(file, 'imaging', 'doneOn', item), today)
  const read = knownText(file, 'imaging', 'readByBoard', item)
  const findings = knownText(file, 'imaging', 'findings', item)
  const report = knownText(file, 'imaging', 'report', item)
  const place = knownText(file, 'imaging', 'place', item)
  const day = factOf(file, 'imaging', 'doneOn', item)
  const accession = knownText(file, 'imaging', 'accession', item)
  const lacking = (studyProtocol(file, item) ?? [])
    .filter(({ state }) => state === 'missing')
    .map(({ what }) => lowerFirst(what))
  const notReceived = knownText(file, 'imaging', 'received', item) === 'no' ? 'images not received' : undefined
  const source = factOf(file, 'imaging', 'findings', item) ?? factOf(file, 'imaging', 'modality', item)
  return (
    <tr>
      <th scope="row">
        <Sourced sheet={sheet} fact={factOf(file, 'imaging', 'modality', item)}>
          {shown('modality')}{' '}
          <span className="nowrap">{day?.state === 'known' ? shown('doneOn') : '(day not known)'}</span>
        </Sourced>
        {lacking.length > 0 && (
          <span className="under">
            <Severity tone="warn">{`Protocol: ${listWords(lacking)} missing`}</Severity>
          </span>
        )}
        {findings !== undefined && (
          <span className="under user-text">
            <Sourced sheet={sheet} fact={factOf(file, 'imaging', 'findings', item)}>
              {findings}
            </Sourced>
          </span>
        )}
        <span className="under">
          {[
            place,
            accession && `No. ${accession}`,
            notReceived,
            source && originWords({ ...source, refersOn: null }, timeZone),
          ]
            .filter(Boolean)
            .join(', ')}
        </span>
        {report !== undefined && (
          <details className="fold">
            <summary>
              <Icon name="down" />
              Report
            </summary>
            <p className="user-text">{report}</p>
          </details>
        )}
      </th>
      <td data-label="Region">
        <Sourced sheet={sheet} fact={factOf(file, 'imaging', 'region', item)}>
          {shown('region')}
        </Sourced>
      </td>
      <td data-label="Age">{age.old ? <Severity tone="warn">{age.words}</Severity> : age.words}</td>
      <td data-label="Read by board">
        {read === 'yes' || read === 'no' ? (
          <Severity tone={readMarks[read]}>{shown('readByBoard')}</Severity>
        ) : (
          <Severity tone="unk">{shown('readByBoard')}</Severity>
        )}
      </td>
    </tr>
  )
}
