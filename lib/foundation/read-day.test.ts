import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type DayRules, readDay } from './read-day'
import { addDays, isPartialDay, showDay } from './time'

const rules: DayRules = { today: '2026-11-24' }

describe('a typed date', () => {
  test.each([
    ['27/3/51', '1951-03-27'],
    ['27.03.1951', '1951-03-27'],
    ['7 mar 1951', '1951-03-07'],
    ['7 March 1951', '1951-03-07'],
    ['March 7, 1951', '1951-03-07'],
    ['7th mar 1951', '1951-03-07'],
    ['07mar1951', '1951-03-07'],
    ['1951-03-07', '1951-03-07'],
    ['1951/3/7', '1951-03-07'],
    ['1951 mar 7', '1951-03-07'],
    [' 22–Nov–2026 ', '2026-11-22'],
    ['22-Sept-2026', '2026-09-22'],
    ['Mar-2026', '2026-03'],
    ['03/2026', '2026-03'],
    ['2026-03', '2026-03'],
    ['2026', '2026'],
    ['Today', '2026-11-24'],
    ['t', '2026-11-24'],
    ['yesterday', '2026-11-23'],
    ['3 days ago', '2026-11-21'],
    ['1 day ago', '2026-11-23'],
    ['2 weeks ago', '2026-11-10'],
    ['a week ago', '2026-11-17'],
    ['04/04/2026', '2026-04-04'],
    ['29.2.2024', '2024-02-29'],
    ['1/1/26', '2026-01-01'],
  ])('%s is %s', (text, day) => expect(readDay(text, rules)).toEqual({ kind: 'day', day }))

  test.each([
    ['03/04/1961', ['1961-04-03', '1961-03-04']],
    ['7/3/51', ['1951-03-07', '1951-07-03']],
    ['07.03.1951', ['1951-03-07', '1951-07-03']],
    ['01/12/2026', ['2026-01-12']],
    ['03/13/2026', ['2026-03-13']],
    ['51-03-07', ['1951-03-07']],
    ['mar 26', ['2026-03']],
    ['22/11', ['2026-11-22']],
    ['25/11', ['2025-11-25']],
    ['7/3', ['2026-03-07', '2026-07-03']],
    ['5/5', ['2026-05-05']],
    ['29/2', ['2024-02-29']],
    ['7 mar', ['2026-03-07']],
    ['last Tuesday', ['2026-11-17']],
    ['on Monday', ['2026-11-23']],
    ['sunday', ['2026-11-22']],
  ])('%s is asked back', (text, readings) => expect(readDay(text, rules)).toMatchObject({ kind: 'ask', readings }))

  test('with day and month in doubt is asked back in words that say what to write', () => {
    const why = (text: string, more: Partial<DayRules>) => readDay(text, { ...rules, ...more })
    expect(why('03/04/1961', { isBirth: true })).toMatchObject({
      why: 'Do you mean 03-Apr-1961 or 04-Mar-1961? Write the month as letters.',
    })
    expect(why('01/12/2026', { allowFuture: true })).toMatchObject({
      why: 'Do you mean 01-Dec-2026 or 12-Jan-2026? Write the month as letters.',
    })
    expect(why('7/3/20', { isBirth: true })).toMatchObject({
      why: 'Do you mean 07-Mar-2020, 07-Mar-1920, 03-Jul-2020 or 03-Jul-1920? Write the month as letters.',
    })
  })

  test.each([
    ['', /Enter a date/],
    ['soon', /cannot be read/],
    ['7 mär 1951', /cannot be read/],
    ['constructor 2026', /cannot be read/],
    ['123456', /cannot be read/],
    ['1 2 3 4', /cannot be read/],
    ['😀', /cannot be read/],
    ['mar', /year is missing/],
    ['31/31', /year is missing/],
    ['someday', /cannot be read/],
    ['7/3/1', /four digits/],
    ['31/02/2026', /Feb has no day 31/],
    ['29/02/2025', /Feb has no day 29/],
    ['0/3/2026', /Mar has no day 0/],
    ['11/12/2027', /11-Dec-2027 is in the future/],
    ['13/14/2026', /no such month/],
    ['2026-13', /no such month/],
    ['25-Nov-2026', /25-Nov-2026 is in the future/],
    ['Dec-2026', /Dec-2026 is in the future/],
    ['24/12/26', /24-Dec-2026 is in the future/],
    ['2027', /2027 is in the future/],
    ['tomorrow', /in the future/],
    ['7/3/1066', /too long ago/],
  ])('%s is refused in words', (text, why) => {
    const reading = readDay(text, rules)
    expect(reading).toMatchObject({ kind: 'error', why: expect.stringMatching(why) })
  })

  test('a due date may lie ahead', () => {
    const due = { ...rules, allowFuture: true }
    expect(readDay('tomorrow', due)).toEqual({ kind: 'day', day: '2026-11-25' })
    expect(readDay('16/5', due)).toMatchObject({ kind: 'ask', readings: ['2027-05-16'] })
    expect(readDay('24/11', due)).toMatchObject({ kind: 'ask', readings: ['2026-11-24'] })
    expect(readDay('16/5/27', due)).toEqual({ kind: 'day', day: '2027-05-16' })
    expect(readDay('16/5/51', due)).toEqual({ kind: 'day', day: '1951-05-16' })
  })

  test('a full day can be demanded', () => {
    expect(readDay('Mar-2026', { ...rules, allowPartial: false })).toMatchObject({ kind: 'error' })
    expect(readDay('7-Mar-2026', { ...rules, allowPartial: false })).toMatchObject({ kind: 'day' })
    const unread = readDay('in 5 days', { ...rules, allowPartial: false })
    expect(unread).toMatchObject({ kind: 'error', why: expect.stringMatching(/for example 22-Nov-2026\.$/) })
  })
})

describe('a typed birth date', () => {
  const birth = { ...rules, isBirth: true }

  test('has no year to be guessed', () => {
    expect(readDay('22/11', birth)).toMatchObject({ kind: 'error', why: expect.stringMatching(/year is missing/) })
    expect(readDay('7 mar', birth)).toMatchObject({ kind: 'error' })
  })

  test('never lies in the future', () => {
    expect(readDay('27/3/51', birth)).toEqual({ kind: 'day', day: '1951-03-27' })
    expect(readDay('24/12/26', birth)).toEqual({ kind: 'day', day: '1926-12-24' })
    expect(readDay('25-Nov-2026', birth)).toMatchObject({ kind: 'error' })
  })

  test('D9 of a great age counts once a person said that it is right, and no other does', () => {
    expect(readDay('1910', birth)).toMatchObject({ kind: 'ask', readings: ['1910'], isImprobable: true })
    expect(readDay('1910', { ...birth, confirmed: '1910' })).toEqual({ kind: 'day', day: '1910' })
    expect(readDay('1911', { ...birth, confirmed: '1910' })).toMatchObject({ kind: 'ask' })
  })

  test('D9 before 1890 is impossible, and said so at once', () => {
    expect(readDay('1850', birth)).toMatchObject({ kind: 'error', why: '1850 is too long ago. Check the year.' })
    expect(readDay('1889', { ...birth, confirmed: '1889' })).toMatchObject({ kind: 'error' })
  })

  test('of an undecided century is asked back', () => {
    expect(readDay('27/3/20', birth)).toMatchObject({ kind: 'ask', readings: ['2020-03-27', '1920-03-27'] })
    expect(readDay('27/3/10', birth)).toEqual({ kind: 'day', day: '2010-03-27' })
  })

  test('D9 of great age is asked back, not refused', () => {
    expect(readDay('24-Nov-1917', birth)).toMatchObject({ kind: 'ask', readings: ['1917-11-24'] })
    expect(readDay('25-Nov-1917', birth)).toEqual({ kind: 'day', day: '1917-11-25' })
  })
})

const past = fc.integer({ min: 0, max: 64_000 }).map((days) => addDays('2026-11-24', -days))

test('D4 what is shown is read back, in full and in part', () => {
  fc.assert(
    fc.property(past, fc.constantFrom(4, 7, 10), (day, precision) => {
      const known = day.slice(0, precision)
      expect(readDay(showDay(known), rules)).toEqual({ kind: 'day', day: known })
      expect(readDay(known, rules)).toEqual({ kind: 'day', day: known })
    }),
  )
})

test('D4 day, month and year in figures are read day first, and asked where it could be the month, whatever stands between', () => {
  fc.assert(
    fc.property(past, fc.constantFrom('/', '.', '-', ' ', ', '), (day, between) => {
      const typed = day.split('-').reverse().join(between)
      const [, month, dayOfMonth] = day.split('-').map(Number)
      const reading = readDay(typed, rules)
      if (Number(dayOfMonth) > 12 || dayOfMonth === month) expect(reading).toEqual({ kind: 'day', day })
      else expect(reading).toMatchObject({ kind: 'ask', readings: expect.arrayContaining([day]) })
    }),
  )
})

test.each(['__proto__', 'constructor', '3 constructor 1951'])(
  '%s, which means something to the language, is no date',
  (text) => {
    expect(readDay(text, rules)).toMatchObject({ kind: 'error' })
  },
)

test('any text is answered, and every reading is a day that exists', () => {
  const typedText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('1', '2', '9', '31', '02', '1951', 'mar', '/', '-', ' ', 'th'))
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typedText, fc.boolean(), (text, isBirth) => {
      const reading = readDay(text, { ...rules, isBirth })
      if (reading.kind === 'error') expect(reading.why).toMatch(/\.$/)
      const days = reading.kind === 'day' ? [reading.day] : reading.kind === 'ask' ? reading.readings : []
      for (const day of days) {
        expect(isPartialDay(day)).toBe(true)
        expect(day.slice(0, 4) <= '2026').toBe(true)
      }
    }),
  )
})

test('D1 dates are read and shown without asking for the language of the machine', () => {
  vi.stubGlobal('Intl', undefined)
  expect(showDay('2026-11-22')).toBe('22-Nov-2026')
  expect(readDay('22-NOV-2026', rules)).toEqual({ kind: 'day', day: '2026-11-22' })
  vi.unstubAllGlobals()
})

test.each(['2026-11-22 14:30', '22-Nov-2026 at 9:05', '2026-11-22T14:30', '22 Nov 2026, 14h30'])(
  'a time typed with a day is no part of it: %s is proposed as the day, and that the time is not kept',
  (typed) => {
    expect(readDay(typed, rules)).toEqual({
      ...{ kind: 'ask', why: 'Only the day is kept here, not the time. Take the day?' },
      readings: ['2026-11-22'],
    })
  },
)

test('a day that is none stays none with a time after it', () => {
  expect(readDay('31-Feb-2026 14:30', rules).kind).toBe('error')
  expect(readDay('22-Nov-2026 25:30', rules).kind).toBe('error')
})
