import { describe, expect, test } from 'vitest'
import { boardTimeAt } from '@/lib/foundation/moment'
import { guessColumns } from './import-columns'
import { orderExample } from './import-dates'
import { readRows } from './import-rows'
import { readTable } from './import-table'

const time = boardTimeAt('2026-11-28T12:00:00.000Z', 'Europe/London')
const tableOf = (...dates: string[]) => {
  const table = readTable(
    `Family name,Question,Date of birth\n${dates.map((date, at) => `A${at},Q,${date}`).join('\n')}`,
  )
  if (table.kind === 'problem') throw new Error(table.why)
  return table
}
const exampleOf = (...dates: string[]) => {
  const table = tableOf(...dates)
  return orderExample(table, guessColumns(table.header), time)
}
const bornOf = (order: 'day-first' | 'month-first' | undefined, ...dates: string[]) => {
  const table = tableOf(...dates)
  const rows = readRows(table, guessColumns(table.header), { ...time, order })
  return rows.map(({ ready, problems }) => ready?.patient.bornOn ?? problems[0]?.message)
}

describe('dates in figures', () => {
  test('need their order said, on an example of the table that either order reads', () => {
    expect(exampleOf('1960-04-03', '04/13/1960', '03/04/1960')).toEqual({
      ...{ column: 'Date of birth', typed: '03/04/1960' },
      readings: { 'day-first': '1960-04-03', 'month-first': '1960-03-04' },
    })
    expect(exampleOf('04/13/1960')).toMatchObject({ readings: { 'day-first': null, 'month-first': '1960-04-13' } })
  })

  test('need nothing where each of them is one day alone', () => {
    expect(exampleOf('03-Apr-1960', '1960-04-03', '13/04/1960', '04.04.1960', 'Spring', '')).toBeNull()
  })

  test('are never guessed, not even by the other rows', () => {
    expect(bornOf(undefined, '13/04/1960', '03/04/1960')).toEqual([
      '1960-04-13',
      expect.stringContaining('03-Apr-1960 or 04-Mar-1960'),
    ])
  })

  test('are read in the order that was said, and what is no day in it is refused', () => {
    const dates = ['03/04/1960', '13/04/1960', '04/13/1960', '3-Apr-1960', '1960-04-03']
    const april = ['1960-04-03', '1960-04-03']
    expect(bornOf('day-first', ...dates)).toEqual([
      ...['1960-04-03', '1960-04-13', 'The day stands first here, and 13 is no month. Write the month as letters.'],
      ...april,
    ])
    expect(bornOf('month-first', ...dates)).toEqual([
      ...['1960-03-04', 'The month stands first here, and 13 is no month. Write the month as letters.', '1960-04-13'],
      ...april,
    ])
  })

  test('keep their open century: an order settles day and month only', () => {
    expect(bornOf('day-first', '03/04/20')).toEqual([expect.stringContaining('03-Apr-2020 or 03-Apr-1920')])
  })
})
