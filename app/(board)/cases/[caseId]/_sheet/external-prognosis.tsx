import { type CaseFile, factOf, itemsLatestFirst, showFact } from '@/lib/cases/case-file'
import { listWords } from '@/lib/foundation/words'
import type { Sheet } from './sheet'
import { Sourced } from './sourced'
import { originWords } from './sources'

const times = [
  ['aliveAt30Days', 'at 30 days'],
  ['aliveAt90Days', 'at 90 days'],
  ['aliveAt1Year', 'at 1 year'],
] as const

/** What calculators outside of Spineboard said, the latest first, as it was recorded; nothing where none was asked. */
export function ExternalPrognosis({ sheet }: { sheet: Sheet }) {
  const { file, timeZone } = sheet
  const items = itemsLatestFirst(file, 'externalPrognosis', 'computedOn')
  if (items.length === 0) return null
  return (
    <section className="external-prognosis" aria-label="Computed elsewhere">
      <p className="small muted">Computed elsewhere, recorded as it was read off</p>
      <ul>
        {items.map((item) => {
          const tool = factOf(file, 'externalPrognosis', 'tool', item)
          const remark = factOf(file, 'externalPrognosis', 'remark', item)
          return (
            <li key={item}>
              <Sourced {...{ sheet }} fact={tool}>
                <b>{tool?.state === 'known' ? showFact('externalPrognosis', 'tool', tool) : 'Calculator not named'}</b>
              </Sourced>
              : {aliveWords(file, item)}
              <span className="under">
                {[
                  remark?.state === 'known' && showFact('externalPrognosis', 'remark', remark),
                  tool && originWords(tool, timeZone),
                ]
                  .filter(Boolean)
                  .join('. ')}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** `alive at 90 days 82 %, at 1 year 41 %`; a time that nobody recorded is left out. */
export function aliveWords(file: CaseFile, item: string): string {
  const shown = times.flatMap(([field, words]) => {
    const fact = factOf(file, 'externalPrognosis', field, item)
    return fact?.state === 'known' ? [`${words} ${showFact('externalPrognosis', field, fact)}`] : []
  })
  return shown.length === 0 ? 'no figure recorded' : `alive ${listWords(shown)}`
}
