import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { optionTypes } from './catalogue'
import { type PlanOption, type PlanOptionInput, planOptionSchema } from './plan-option'
import { questionsAbout } from './questions-about'

const sbrt = {
  modality: 'radiation',
  optionType: 'sbrt-de-novo',
  levels: ['T6', 'T7', 'T8'],
  intents: ['local-control'],
  urgency: 'soon',
  parameters: { dose: { value: 24, unit: 'Gy' }, fractions: 2 },
  sequence: '14–21 d after surgery',
} satisfies PlanOptionInput

const problemsOf = (input: unknown) =>
  planOptionSchema.safeParse(input).error?.issues.map((issue) => `${issue.path.join('.')} | ${issue.message}`) ?? []

const withParameters = (parameters: Record<string, unknown>) => ({ ...sbrt, parameters })

test('a complete option is accepted as it is', () => {
  expect(planOptionSchema.parse(sbrt)).toEqual({ ...sbrt, prerequisitesChecked: [], cautionsAcknowledged: [] })
  expect(planOptionSchema.parse(planOptionSchema.parse(sbrt))).toEqual(planOptionSchema.parse(sbrt))
})

test.each<[string, Record<string, unknown>, string]>([
  ['dose without fractions', { dose: { value: 24, unit: 'Gy' } }, 'parameters.fractions | Fractions: a dose means'],
  ['no dose', { fractions: 2 }, 'parameters.dose | Total dose: this is needed'],
  ['0 Gy', { dose: { value: 0, unit: 'Gy' }, fractions: 2 }, 'parameters.dose.value | Total dose: more than 0 Gy'],
  ['below 0 Gy', { dose: { value: -8, unit: 'Gy' }, fractions: 1 }, 'parameters.dose.value | Total dose: more than 0'],
  ['a dose in cGy', { dose: { value: 2400, unit: 'cGy' }, fractions: 2 }, 'parameters.dose.unit | Total dose: give it'],
  ['2400 Gy', { dose: { value: 2400, unit: 'Gy' }, fractions: 2 }, 'parameters.dose.value | Total dose: more than 200'],
  ['a missing unit', { dose: { value: 24 }, fractions: 2 }, 'parameters.dose.unit | Total dose: the unit is missing'],
  ['a bare number', { dose: 24, fractions: 2 }, 'parameters.dose | Total dose: give a number and its unit'],
  [
    'a dose in words',
    { dose: { value: '24', unit: 'Gy' }, fractions: 2 },
    'parameters.dose.value | Total dose: this is',
  ],
  ['no fraction', { dose: { value: 24, unit: 'Gy' }, fractions: 0 }, 'parameters.fractions | Fractions: at least 1'],
  ['2.5 fractions', { dose: { value: 24, unit: 'Gy' }, fractions: 2.5 }, 'parameters.fractions | Fractions: a whole'],
  ['41 fractions', { dose: { value: 41, unit: 'Gy' }, fractions: 41 }, 'parameters.fractions | Fractions: at most 40'],
  [
    'an unknown key',
    { ...sbrt.parameters, colour: 'red' },
    'parameters.colour | SBRT, not irradiated before has no field',
  ],
  [
    'an unknown key in the dose',
    { dose: { value: 24, unit: 'Gy', per: 1 }, fractions: 2 },
    'parameters.dose | Total dose: only',
  ],
  ['an unknown technique', { ...sbrt.parameters, technique: 'magic' }, 'parameters.technique | Technique: choose one'],
  [
    'a day that does not exist',
    { ...sbrt.parameters, plannedStart: '2026-02-30' },
    'parameters.plannedStart | Planned',
  ],
  ['a yes in words', { ...sbrt.parameters, consent: 'yes' }, 'parameters.consent | Consent obtained: answer yes or no'],
  [
    'a long text',
    { ...sbrt.parameters, target: 'x'.repeat(100_000) },
    'parameters.target | Target definition: at most 500',
  ],
  [
    'nothing where a number belongs',
    { dose: null, fractions: null },
    'parameters.fractions | Fractions: enter a number',
  ],
  [
    'an inherited key',
    { ...sbrt.parameters, constructor: 1 },
    'parameters.constructor | SBRT, not irradiated before has no',
  ],
])('%s is refused at its field', (_, parameters, problem) => {
  const problems = problemsOf(withParameters(parameters))
  expect(
    problems.some((found) => found.startsWith(problem)),
    problems.join('\n'),
  ).toBe(true)
})

test.each<[string, object, string]>([
  ['no levels', { levels: [] }, 'levels | Choose the levels to treat.'],
  ['a level that does not exist', { levels: ['L6'] }, 'levels.0 | This is not a level of the spine.'],
  ['a level twice', { levels: ['T6', 'T6'] }, 'levels | Name each level once.'],
  ['no aim', { intents: [] }, 'intents | Choose what it is meant to achieve.'],
  ['an unknown aim', { intents: ['cure'] }, 'intents.0 | Choose an aim of the list.'],
  ['no urgency', { urgency: null }, 'urgency | Choose how soon it has to begin.'],
  ['an unknown type', { optionType: 'magic' }, 'optionType | This is not in the catalogue. Choose what is proposed.'],
  [
    'a type of another modality',
    { modality: 'pain' },
    'optionType | SBRT, not irradiated before belongs to radiation.',
  ],
  ['an unknown kind of treatment', { modality: 'magic' }, 'modality | Choose one of the five kinds of treatment.'],
  ['no type', { optionType: null }, 'optionType | Choose what is proposed.'],
  ['an unknown urgency', { urgency: 'now' }, 'urgency | Choose how soon it has to begin.'],
  ['statements in words', { parameters: '24 Gy' }, 'parameters | Name each statement of the option.'],
  ['an unknown field', { stance: 'support' }, ' | Unknown field: stance.'],
  [
    'an unknown prerequisite',
    { prerequisitesChecked: ['moon'] },
    'prerequisitesChecked | SBRT, not irradiated before has no such prerequisite.',
  ],
  [
    'an unknown caution',
    { cautionsAcknowledged: ['moon'] },
    'cautionsAcknowledged | SBRT, not irradiated before has no such caution.',
  ],
  ['a long sequence', { sequence: 'x'.repeat(501) }, 'sequence | Before or after what: at most 500 characters.'],
])('%s is refused', (_, change, problem) => expect(problemsOf({ ...sbrt, ...change })).toContain(problem))

test('what is no option at all is refused in words', () => {
  expect(problemsOf('SBRT 24 Gy in 2')).toEqual([' | A plan option is needed.'])
  expect(problemsOf(null)).toEqual([' | A plan option is needed.'])
})

test('a level to fix that does not exist is refused at its place in the list', () => {
  const separation = { ...sbrt, modality: 'surgery', optionType: 'separation' }
  expect(problemsOf({ ...separation, parameters: { levelsFixed: ['T5', 'T13'] } })).toEqual([
    'parameters.levelsFixed.1 | Levels fixed: choose one of the list.',
  ])
})

test('a place in a list stays a number in the path of its problem, so that a form finds the entry', () => {
  const separation = { ...sbrt, modality: 'surgery', optionType: 'separation', parameters: { levelsFixed: ['T13'] } }
  expect(planOptionSchema.safeParse(separation).error?.issues).toMatchObject([
    { code: 'custom', path: ['parameters', 'levelsFixed', 0] },
  ])
})

test('what no dose was given for lacks a number of fractions like anything else', () => {
  expect(problemsOf(withParameters({}))).toContain('parameters.fractions | Fractions: this is needed.')
})

test('an option that treats no place takes no levels', () => {
  const steroid = { modality: 'systemic', optionType: 'corticosteroid', levels: ['T6'] }
  expect(problemsOf({ ...sbrt, ...steroid, parameters: {} })).toContain('levels | Corticosteroid has no levels.')
})

test('problems of several fields are told at once', () => {
  expect(problemsOf({ ...sbrt, levels: [], intents: [], urgency: null, parameters: {} })).toHaveLength(5)
})

test('names in other scripts and emoji pass unchanged', () => {
  const parameters = { ...sbrt.parameters, target: 'الفقرة T7 👩‍⚕️' }
  expect(planOptionSchema.parse(withParameters(parameters)).parameters.target).toBe('الفقرة T7 👩‍⚕️')
})

describe('the answers besides treatment', () => {
  const answer = { modality: 'surgery', optionType: 'surgery-none' } satisfies PlanOptionInput

  test('none needs a reason, and nothing else', () => {
    expect(problemsOf(answer)).toEqual(['reason | No surgery: give the reason.'])
    expect(problemsOf({ ...answer, reason: 'length of stay' })).toEqual([])
    expect(problemsOf({ ...answer, reason: '  ' })).toEqual(['reason | Reason: write a text.'])
  })

  test('deferring needs what is missing', () => {
    const defer = { modality: 'pain', optionType: 'pain-defer' }
    expect(problemsOf(defer)).toEqual(['parameters.missing | What is missing: this is needed.'])
    expect(problemsOf({ ...defer, parameters: { missing: 'INR' } })).toEqual([])
  })
})

describe('what is improbable is asked back, not refused', () => {
  const asked = (parameters: Record<string, unknown>, change = {}) =>
    questionsAbout(planOptionSchema.parse({ ...sbrt, ...change, parameters })).map(({ path, question }) => ({
      path,
      question: question.replaceAll('\u00a0', ' '),
    }))

  test('D9 80 Gy in a single fraction', () => {
    const [question, ...more] = asked({ dose: { value: 80, unit: 'Gy' }, fractions: 1 })
    expect(more).toEqual([])
    expect(question?.path).toBe('parameters.dose')
    expect(question?.question).toMatch(
      /^80 Gy in 1 fraction is not among .*24 Gy in 2 fractions; 16–18 Gy in 1 fraction/,
    )
  })

  test.each([
    [24, 2],
    [16, 1],
    [24, 1],
    [35, 5],
  ])('%d Gy in %d passes without a question', (value, fractions) =>
    expect(asked({ dose: { value, unit: 'Gy' }, fractions })).toEqual([]),
  )

  test.each([
    [15.9, 1],
    [24.1, 1],
    [24, 3],
    [36, 5],
  ])('%d Gy in %d is asked about', (value, fractions) =>
    expect(asked({ dose: { value, unit: 'Gy' }, fractions })).toHaveLength(1),
  )

  test('the schedules of trials that gave a range of fractions are named with it', () => {
    const afterSurgery = { optionType: 'sbrt-postoperative' }
    expect(asked({ dose: { value: 26, unit: 'Gy' }, fractions: 2 }, afterSurgery)).toEqual([])
    expect(asked({ dose: { value: 50, unit: 'Gy' }, fractions: 2 }, afterSurgery)).toMatchObject([
      { question: expect.stringContaining('18–26 Gy in 1–2 fractions') },
    ])
  })

  test('a schedule of one dose is named by that dose', () => {
    const [question] = asked({ dose: { value: 80, unit: 'Gy' }, fractions: 1 })
    expect(question?.question.replaceAll('\u00a0', ' ')).toContain('(24 Gy in 2 fractions; 16–18 Gy in 1 fraction;')
    expect(question?.question).not.toMatch(/(\d+)–\1 /)
  })

  test('nothing is asked about a dose of which a part is not stated, nor where no schedule is listed', () => {
    const about = (optionType: string, parameters: PlanOption['parameters']) =>
      questionsAbout({ ...planOptionSchema.parse(sbrt), optionType, parameters })
    const dose = { value: 80, unit: 'Gy' }
    expect(about('sbrt-de-novo', { dose })).toEqual([])
    expect(about('sbrt-de-novo', { fractions: 1 })).toEqual([])
    expect(about('corticosteroid', {})).toEqual([])
    const without = optionTypes.filter(({ schedules }) => schedules.length === 0)
    expect(without.length).toBeGreaterThan(1)
    for (const { id } of without) expect(about(id, { dose, fractions: 1 }), id).toEqual([])
  })

  test('a quantity at its limit is asked about only where the catalogue says so', () => {
    for (const { id, parameters } of optionTypes)
      for (const [key, parameter] of Object.entries(parameters)) {
        if (parameter.kind !== 'quantity') continue
        const most = { [key]: { value: parameter.max, unit: parameter.unit } }
        const found = questionsAbout({ ...planOptionSchema.parse(sbrt), optionType: id, parameters: most })
        expect(found.length, `${id} ${key}`).toBe(parameter.asked === undefined ? 0 : 1)
      }
  })

  test('nothing is asked about an option that has left the catalogue', () => {
    expect(questionsAbout({ ...planOptionSchema.parse(sbrt), optionType: 'retired' })).toEqual([])
  })

  test('dexamethasone above 16 mg a day, not at 16 mg', () => {
    const steroid = { modality: 'systemic', optionType: 'corticosteroid', levels: [] }
    expect(asked({ dexamethasone: { value: 16, unit: 'mg' } }, steroid)).toEqual([])
    expect(asked({ dexamethasone: { value: 16.5, unit: 'mg' } }, steroid)).toMatchObject([
      { path: 'parameters.dexamethasone', question: expect.stringMatching(/16\.5 mg\..*Is it correct\?$/) },
    ])
  })
})

test('the input can be published as a JSON schema', () => {
  const published = z.toJSONSchema(planOptionSchema, { io: 'input' })
  expect(published).toMatchObject({ type: 'object', additionalProperties: false, required: ['modality', 'optionType'] })
})
