import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { drugsWithRadiation } from './drugs-with-radiation'

const pathway = readFileSync(new URL('../PATHWAY.md', import.meta.url), 'utf8')
const section = pathway.slice(pathway.indexOf('#### 8.3.2'), pathway.indexOf('## 9.'))

test.each(drugsWithRadiation.map((row) => [`${row.drugs}, ${row.radiation}`, row] as const))(
  '%s: source and figures stand in the table of PATHWAY 8.3.2',
  (_name, { source, says, holdDaysBefore, holdDaysAfter }) => {
    const journal = /(?:Ann Oncol|Radiother Oncol|Lancet Oncol|IJROBP) [^,;()]+/u.exec(source)?.[0].trim()
    expect(section).toContain(journal)
    const shown = { 1: /about 1 d/u, 3: /3 d or more/u, 7: /1 week/u } as const
    for (const days of [holdDaysBefore, holdDaysAfter])
      if (days !== null) {
        expect(section).toMatch(shown[days as keyof typeof shown])
        expect(says).toMatch(shown[days as keyof typeof shown])
      }
  },
)

test('no level of advice is told where its statement was not read', () => {
  expect(new Set(drugsWithRadiation.map(({ advice }) => advice))).toEqual(new Set(['unknown']))
})
