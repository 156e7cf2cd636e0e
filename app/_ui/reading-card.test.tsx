import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { bandsOf, read } from '@/lib/clinical/instrument'
import { escc } from '@/lib/clinical/instruments/escc'
import { nesms } from '@/lib/clinical/instruments/nesms'
import { radesAmbulatory } from '@/lib/clinical/instruments/rades-ambulatory'
import { sbrtSuitability } from '@/lib/clinical/instruments/sbrt-suitability'
import { sins } from '@/lib/clinical/instruments/sins'
import { countedWords, measuredWords, shownAnswer } from './instrument-answer'
import { InstrumentForm } from './instrument-form'
import { ReadingBadge, ReadingCard } from './reading-card'

const unstable = {
  location: 'T7',
  pain: 'mechanical',
  lesion: 'lytic',
  alignment: 'deformity',
  collapse: 'gt50',
  posterolateral: 'bilateral',
} as const

const card = (answers: Parameters<typeof read<typeof sins.items, NonNullable<typeof sins.context>>>[1]) =>
  renderToStaticMarkup(<ReadingCard reading={read(sins, answers)} bands={bandsOf(sins)} shortTitle="SINS" where="T7" />)
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

describe('a reading', () => {
  it('F9 shows score, most, band, points by item, meaning, direction and source', () => {
    const words = plain(card(unstable))
    expect(words).toContain('SINS, T7')
    expect(words).toContain('14 of 18 points')
    expect(words).toContain('13–18 unstable.')
    expect(words).toContain('Pain Mechanical')
    expect(words).toContain('3 / 3')
    expect(words).toContain('Higher is worse.')
    expect(words).toContain('Fisher CG et al.')
    expect(words).toContain('Supports clinical judgement, does not replace it.')
    expect(words).toMatch(/version \d/i)
  })

  it('F8 gives a range and the missing item instead of a score while an answer is missing', () => {
    const { pain: _, ...rest } = unstable
    const words = plain(card(rest))
    expect(words).not.toMatch(/\d+ of 18 points/)
    expect(words).toContain('Missing: pain .')
    expect(words).toContain('Possible range 11–14 points: potentially unstable or unstable. No score until answered.')
    expect(words).toContain('Not assessed')
  })

  it.each([
    [{ oneOf: ['2', '3'] }, '2, 3 incomplete'],
    [undefined, 'not assessed'],
    ['1c', 'ESCC 1c'],
  ] as const)('shows in its badge the epidural grades that are left', (grade, words) => {
    expect(plain(renderToStaticMarkup(<ReadingBadge reading={read(escc, { grade })} />))).toContain(words)
  })

  it('asks back at exactly 50 % collapse', () => {
    expect(plain(card({ ...unstable, collapse: { measured: 50, unit: '%' } }))).toContain(
      'does not define exactly 50 %',
    )
  })
})

describe('a total that was computed elsewhere', () => {
  it('says its figure once, and what the table says beside it', () => {
    const words = plain(renderToStaticMarkup(<ReadingCard reading={read(radesAmbulatory, { total: 30 })} />))
    expect(words.split('44 % walk after radiotherapy')).toHaveLength(2)
    expect(words).toContain('29–31')
    expect(words).toContain('Alive at 3 months 62 %')
    expect(words).toContain('never convert one into another')
  })
})

describe('a checklist', () => {
  it('counts its lines by group, says of each where it stands, and names an open one among the missing only', () => {
    const answers = { ecog: 3, segments: 2, sins: 5, compression: 'no', escc: '1a', mri: 'yes', still: 'yes' } as const
    const whole = { ...answers, survival: 'long', cordDose: 'yes' } as const
    const words = (given: Parameters<typeof read<typeof sbrtSuitability.items, Record<never, never>>>[1]) =>
      plain(renderToStaticMarkup(<ReadingCard reading={read(sbrtSuitability, given)} />))
    expect(words(whole)).toContain('1 unmet, 8 met')
    expect(words(whole)).toContain('Unmet: ECOG 0–2')
    const open = words({ ...whole, cordDose: undefined })
    expect(open).toContain('Missing: dose limit of the cord achievable .')
    expect(open).not.toContain('Depends on the missing answers')
    expect(open).not.toContain('Met: Dose limit')
  })
})

describe('the form of NESMS', () => {
  const form = (answers: object) =>
    plain(
      renderToStaticMarkup(<InstrumentForm instrument={nesms} answers={{ ...answers }} onAnswer={() => undefined} />),
    )

  it('offers the answer that the source does not place', () => {
    expect(form({})).toContain('Walks with an aid')
  })

  it('asks for the unit of a laboratory value before its number, and reads the number in it', () => {
    expect(form({})).toContain('Choose the unit first')
    expect(form({})).not.toContain('Albumin, measured')
    expect(form({ albumin: { measured: 34, unit: 'g/L' } })).toContain('Under 3.5 g/dL (35 g/L), 0 points')
    expect(form({ albumin: { measured: 3.5, unit: 'g/dL' } })).toContain('3.5 g/dL (35 g/L) or more, 1 point')
  })
})

describe('the form of an instrument', () => {
  const html = renderToStaticMarkup(
    <InstrumentForm
      instrument={sins}
      answers={{ pain: 'mechanical' }}
      onAnswer={() => undefined}
      leaveOut={['location']}
    />,
  )

  it('F8 asks every item but those left out, each with a way to leave it open', () => {
    const items = Object.keys(sins.items).length - 1
    expect(html.match(/<fieldset/g)).toHaveLength(items)
    expect(html.match(/value="not-assessed"/g)).toHaveLength(items)
  })

  it('marks what was answered, and the rest as not assessed', () => {
    expect(html).toMatch(/checked="" value="mechanical"/)
    expect(html.match(/checked="" value="not-assessed"/g)).toHaveLength(Object.keys(sins.items).length - 2)
  })
})

describe('answers in words', () => {
  it('unpacks every form of an answer and invents none', () => {
    expect(shownAnswer('lytic')).toEqual({ kind: 'one', value: 'lytic' })
    expect(shownAnswer({ value: 'lytic', from: 'CT' })).toEqual({ kind: 'one', value: 'lytic' })
    expect(shownAnswer({ measured: 60, unit: '%' })).toEqual({ kind: 'measured', value: 60, unit: '%' })
    expect(shownAnswer({ oneOf: ['lt50', 'gt50'] })).toEqual({ kind: 'several', values: ['lt50', 'gt50'] })
    for (const nothing of [undefined, null, {}, { value: undefined }, true]) {
      expect(shownAnswer(nothing)).toEqual({ kind: 'none' })
    }
  })

  it('says what a measured collapse means on both sides of the undefined value', () => {
    const { collapse } = sins.items
    expect(measuredWords(collapse, 51, '%').words).toBe('More than 50 % collapse, 3 points')
    expect(measuredWords(collapse, 49, '%').words).toBe('Less than 50 % collapse, 2 points')
    expect(measuredWords(collapse, 50, '%').ask).toContain('exactly 50 %')
  })

  it('says nothing about a count outside every range', () => {
    const item = {
      kind: 'number',
      label: 'Levels',
      noun: ['vertebra', 'vertebrae'],
      step: 1,
      cells: [{ id: 'few', from: 1, to: 2, points: 1, label: 'Up to two' }],
    } as const
    expect(countedWords(item, 2)).toBe('Up to two, 1 point')
    expect(countedWords(item, 3)).toBeUndefined()
  })
})
