import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ChoiceCards } from './choice-cards'
import { DayField } from './day-field'
import { ErrorSummary } from './error-summary'
import { commaQuestion, NumberField, readNumber } from './number-field'
import { TextField } from './text-field'

describe('reading a typed number', () => {
  it.each([
    ['60', 60],
    [' 0.5 ', 0.5],
    ['0,5', 0.5],
    ['.5', 0.5],
    ['-3', -3],
    ['−3', -3],
  ])('takes %j as %d', (typed, value) => {
    expect(readNumber(typed)).toEqual({ kind: 'number', value })
  })
  it.each(['5-6', '1.234,5', 'Infinity', '1e3', '0x10', '٣', '5 %'])('does not guess at %j', (typed) => {
    expect(readNumber(typed)).toEqual({ kind: 'unreadable' })
  })
  it.each([
    ['1,240', 'Write 1240 or 1.240: the comma in 1,240 can mean either.'],
    [' -12,500 ', 'Write -12500 or -12.500: the comma in -12,500 can mean either.'],
  ])('asks what the comma of %j means, and takes it as neither', (typed, asked) => {
    expect(readNumber(typed)).toEqual({ kind: 'unreadable' })
    expect(commaQuestion(typed)).toBe(asked)
  })
  it.each([
    ['0,125', 0.125],
    ['1,24', 1.24],
    ['1,2405', 1.2405],
    ['1240,500', 1240.5],
  ])('does not ask where the comma of %j begins decimals for sure', (typed, value) => {
    expect(readNumber(typed)).toEqual({ kind: 'number', value })
    expect(commaQuestion(typed)).toBeUndefined()
  })
  it('takes nothing as nothing, not as zero', () => {
    expect(readNumber('  ')).toEqual({ kind: 'empty' })
  })
})

describe('a field', () => {
  const number = (more: { error?: string; knowledge?: 'known' | 'not-assessed' | null }) =>
    renderToStaticMarkup(
      <NumberField
        id="collapse"
        label="Body collapse"
        hint="of normal height"
        unit="%"
        value="6O"
        onChange={() => undefined}
        error={more.error}
        knowledge={more.knowledge === undefined ? undefined : { value: more.knowledge, onChange: () => undefined }}
      />,
    )

  it('F7 ties label, hint, unit and error to its input and keeps what was typed', () => {
    const html = number({ error: 'This is not a number.' })
    expect(html).toContain('<label for="collapse">')
    expect(html).toMatch(/<input[^>]*aria-describedby="collapse-hint collapse-error collapse-unit"/)
    expect(html).toMatch(/<input[^>]*aria-invalid="true"/)
    expect(html).toMatch(/<input[^>]*value="6O"/)
    expect(html).toMatch(/id="collapse-error"[^>]*>.*This is not a number\./)
  })

  it('F7 says in words what the form needs and what the board requires, and only the first is refused by the browser', () => {
    const text = (required: 'by the board' | true) =>
      renderToStaticMarkup(<TextField label="Stage" value="" onChange={() => undefined} required={required} />)
    expect(text(true)).toMatch(/>needed</)
    expect(text(true)).toMatch(/<input[^>]*required/)
    expect(text('by the board')).toMatch(/>required by the board</)
    expect(text('by the board')).not.toMatch(/<input[^>]*required/)
  })

  it('F8 hides the input while the value is not known, and offers the four states as radio buttons', () => {
    const html = number({ knowledge: 'not-assessed' })
    expect(html).not.toContain('inputMode')
    expect(html.match(/type="radio"/g)).toHaveLength(4)
    expect(html).toMatch(/<input[^>]*checked=""[^>]*value="not-assessed"/)
    expect(html).not.toMatch(/id="collapse"/)
  })

  it('F8 shows the input with no state chosen while nobody has said', () => {
    const html = number({ knowledge: null })
    expect(html).toMatch(/id="collapse"/)
    expect(html).not.toContain('checked=""')
  })
})

describe('a day', () => {
  const day = (value: string, error?: string) =>
    renderToStaticMarkup(
      <DayField
        {...{ value, error }}
        label="Born"
        onChange={() => undefined}
        rules={{ today: '2026-11-24', isBirth: true }}
      />,
    )

  it('D4 says how it was understood', () => {
    expect(day('7 mar 1951')).toContain('= 07-Mar-1951')
    expect(day('07-Mar-1951')).not.toContain('= 07-Mar-1951')
  })
  it('asks when the century is open, with both days as buttons', () => {
    const html = day('27/3/20')
    expect(html).toMatch(/<button[^>]*>27-Mar-2020<\/button>/)
    expect(html).toMatch(/Which is meant\?/)
  })
  it('D9 has a plain yes to an improbable birth date', () => {
    expect(day('1910')).toMatch(/Born 1910: is this correct\?/)
    expect(day('1910')).toMatch(/<button[^>]*>Yes, 1910<\/button>/)
  })
  it('D4 asks when either figure can be the month, and says it once', () => {
    const html = day('03/04/1961')
    expect(html).toContain('Do you mean 03-Apr-1961 or 04-Mar-1961? Write the month as letters.')
    expect(html).toMatch(/<button[^>]*>04-Mar-1961<\/button>/)
    const why = 'Do you mean 03-Apr-1961 or 04-Mar-1961? Write the month as letters.'
    expect(day('03/04/1961', why).split('Do you mean')).toHaveLength(2)
  })
  it('refuses a birth in the future at its place and keeps what was typed', () => {
    const html = day('1 jan 2030')
    expect(html).toContain('01-Jan-2030 is in the future')
    expect(html).toContain('value="1 jan 2030"')
  })
})

describe('choice cards', () => {
  it('are one group of radio buttons with the points said aloud', () => {
    const html = renderToStaticMarkup(
      <ChoiceCards
        label="Pain"
        choices={[
          { value: 'mechanical', label: 'Mechanical', points: 3 },
          { value: 'none', label: 'No pain', points: 0 },
        ]}
        value="mechanical"
        onChange={() => undefined}
      />,
    )
    expect(html).toMatch(/<fieldset.*<legend>.*Pain/)
    expect(html.match(/checked=""/g)).toHaveLength(1)
    expect(html).toMatch(/3<span class="visually-hidden"> points/)
  })
})

describe('the error summary', () => {
  it('F6 leads to every field in its own words', () => {
    const html = renderToStaticMarkup(<ErrorSummary problems={[{ fieldId: 'born', message: 'Enter a birth date.' }]} />)
    expect(html).toContain('There is a problem')
    expect(html).toContain('<a href="#born">Enter a birth date.</a>')
  })
  it('is not there while nothing is wrong', () => {
    expect(renderToStaticMarkup(<ErrorSummary problems={[]} />)).toBe('')
  })
})
