import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { answerProblem, answersSchema, answerWords } from './answers'
import { readAny } from './instrument'
import { instruments } from './instruments/instruments'
import { kps } from './instruments/kps'
import { nesms } from './instruments/nesms'
import { sins } from './instruments/sins'
import { tokuhashiRevised } from './instruments/tokuhashi-revised'
import { count } from './item'
import { describeAllowed } from './resolve'

const problems = (answers: unknown) =>
  (answersSchema(sins).safeParse(answers).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  )

describe('answers schema', () => {
  it.each(instruments.map((instrument) => [instrument.title, instrument] as const))(
    'takes the answers of every example of %s and changes nothing in them',
    (_title, instrument) => {
      for (const { answers, name } of instrument.examples)
        expect(answersSchema(instrument).parse(answers), name).toEqual(answers)
    },
  )

  it('leaves what was not answered unanswered', () => {
    expect(answersSchema(sins).parse({})).toEqual({})
    expect(readAny(sins, answersSchema(sins).parse({ pain: undefined })).kind).toBe('incomplete')
  })

  it('refuses at the place of the mistake and says what is allowed', () => {
    expect(problems({ pain: 'severe' })).toEqual(['pain: Choose one of: mechanical, occasional, none.'])
    expect(problems({ location: 'Q9' })).toEqual(['location: Choose one of: C0 to S5, coccyx, T13, L6.'])
    expect(problems({ lesion: { oneOf: ['lytic', 'hole'] } })).toEqual([
      'lesion: Choose one of: lytic, mixed, blastic.',
    ])
    expect(problems({ lesion: { oneOf: [] } })).toEqual(['lesion.oneOf: Name at least one possible answer.'])
    expect(problems({ pain: null })).toEqual(['pain: Choose one of: mechanical, occasional, none.'])
    expect(problems({ pian: 'none' })).toEqual([': Unknown item of Spinal Instability Neoplastic Score: pian.'])
  })

  it.each(['none', null, 3, []])('takes no %j for answers', (given) => {
    expect(problems(given)).toEqual([': Name each answer to Spinal Instability Neoplastic Score by its item.'])
  })

  it('wants the unit with a measurement', () => {
    expect(problems({ collapse: { measured: 60, unit: '%' } })).toEqual([])
    expect(problems({ collapse: { measured: 60 } })).toEqual(['collapse: Give the unit %.'])
    expect(problems({ collapse: { measured: 101, unit: '%' } })).toEqual([
      'collapse.measured: Give a number from 0 to 100 %.',
    ])
    expect(problems({ pain: { measured: 3, unit: '%' } })).toHaveLength(1)
    expect(problems({ collapse: 60 })).toEqual(['collapse: Give the unit %.'])
    expect(problems({ collapse: { measured: 60, unit: '%', by: 'me' } })).toEqual([
      'collapse: Give the number and its unit, nothing else.',
    ])
    expect(problems({ collapse: { oneOf: ['gt50'], by: 'me' } })).toEqual([
      'collapse: Name the possible answers, nothing else.',
    ])
  })

  it('speaks of the unit before the number, which cannot be judged without it', () => {
    const parsed = answersSchema(nesms).safeParse({ albumin: { measured: 36, unit: 'mg/L' } })
    expect(parsed.error?.issues.map(({ message }) => message)).toEqual(['Give the unit g/dL or g/L.'])
  })

  it('judges a number by the limits in its own unit', () => {
    const messages = (albumin: unknown) =>
      answersSchema(nesms)
        .safeParse({ albumin })
        .error?.issues.map(({ message }) => message)
    expect(messages({ measured: 150, unit: 'g/L' })).toEqual(['Give a number from 10 to 70 g/L.'])
    expect(messages({ measured: 15, unit: 'g/dL' })).toEqual(['Give a number from 1 to 7 g/dL.'])
    expect(messages({ measured: '36', unit: 'g/L' })).toEqual(['Give a number from 10 to 70 g/L.'])
    expect(messages({ measured: 36, unit: 4 })).toEqual(['Give the unit g/dL or g/L.'])
    expect(messages({ measured: 36, unit: 'g/L' })).toBeUndefined()
  })

  it('offers the answers of the list where no number was meant', () => {
    expect(problems({ collapse: 'much' })).toEqual([
      `collapse: Choose one of: ${describeAllowed(sins.items.collapse)}.`,
    ])
    expect(problems({ collapse: { oneOf: 'gt50' } })).toEqual(['collapse: Name at least one possible answer.'])
    expect(problems({ pain: 3 })).toEqual(['pain: Choose one of: mechanical, occasional, none.'])
  })

  it.each([-1, 100, 1.5, '3'])('says which whole numbers it takes in place of %j', (extraspinalBone) => {
    const { error } = answersSchema(tokuhashiRevised).safeParse({ extraspinalBone })
    expect(new Set(error?.issues.map(({ message }) => message))).toEqual(new Set(['Give 0 to 99 in steps of 1.']))
  })

  it('is written down as a range where there are more than twelve numbers, as a list up to twelve', () => {
    const written = (to: number) => {
      const items = { bones: count('Bones', {}, [['all', 1, to, 0, 'Any']]) }
      return z.toJSONSchema(answersSchema({ ...sins, items, context: undefined })).properties?.bones
    }
    const [twelve, thirteen] = [JSON.stringify(written(12)), JSON.stringify(written(13))]
    expect(twelve).toContain('"enum":[1,2,3,4,5,6,7,8,9,10,11,12]')
    expect(thirteen).toContain('"type":"integer","minimum":1,"maximum":13')
  })

  it('takes no half step between the numbers of a scale, however many they are', () => {
    const items = { dose: count('Dose', { step: 5 }, [['all', 0, 100, 0, 'Any']]) }
    const schema = answersSchema({ ...sins, items, context: undefined })
    expect(schema.safeParse({ dose: 65 }).success).toBe(true)
    expect(schema.safeParse({ dose: 66 }).error?.issues[0]?.message).toBe('Give 0 to 100 in steps of 5.')
  })

  it('takes whole numbers in range only', () => {
    const schema = answersSchema(tokuhashiRevised)
    expect([0, 3, 99].every((extraspinalBone) => schema.safeParse({ extraspinalBone }).success)).toBe(true)
    expect([-1, 100, 1.5, '3'].some((extraspinalBone) => schema.safeParse({ extraspinalBone }).success)).toBe(false)
    expect(schema.safeParse({ vertebrae: 0 }).success).toBe(false)
  })

  it('can be written down as JSON schema for the interface document', () => {
    for (const instrument of instruments)
      expect(z.toJSONSchema(answersSchema(instrument))).toMatchObject({ type: 'object' })
  })

  it('refuses KPS 65 because the scale goes in steps of 10', () => {
    const parsed = answersSchema(kps).safeParse({ kps: 65 })
    expect(parsed.error?.issues[0]?.message).toBe('Give 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100.')
  })
})

describe('one answer of a person', () => {
  it('is refused in words where the item does not take it, and where it is several', () => {
    expect(answerProblem(sins.items.pain, 'mechanical')).toBe(null)
    expect(answerProblem(sins.items.pain, 'loud')).toMatch(/mechanical/)
    expect(answerProblem(sins.items.pain, { oneOf: ['none', 'mechanical'] })).toBe('Give one answer.')
    expect(answerProblem(nesms.items.albumin, { measured: 3.9 })).toMatch(/unit/)
  })

  it('is told in the words of its declaration, and nothing where there is none', () => {
    expect(answerWords(sins.items.pain, 'none')).toBe(sins.items.pain.cells.find(({ id }) => id === 'none')?.label)
    expect(answerWords(sins.items.pain, undefined)).toBe('')
    expect(() => answerWords(sins.items.pain, 'loud')).toThrow()
  })
})
