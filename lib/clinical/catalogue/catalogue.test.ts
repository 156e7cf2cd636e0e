import { describe, expect, test } from 'vitest'
import { findOptionType, optionTypes, optionTypesOf } from './catalogue'
import { describeOption } from './describe-option'
import { describeFact, fact, gradeWords } from './grade'
import { intents, modalities, modalityFacts, urgencies, urgencyFacts } from './modalities'
import type { OptionType } from './option-type'
import type { Parameter, ParameterValue } from './parameter'
import { type PlanOptionInput, planOptionSchema } from './plan-option'
import { questionsAbout } from './questions-about'

const sample = (parameter: Parameter): ParameterValue => {
  switch (parameter.kind) {
    case 'dose':
      return { value: 8, unit: parameter.unit }
    case 'quantity':
      return { value: parameter.min, unit: parameter.unit }
    case 'count':
      return parameter.min
    case 'choice':
      return Object.keys(parameter.choices)[0] ?? ''
    case 'choices':
      return Object.keys(parameter.choices)
    case 'text':
      return 'text with $& and {}'
    case 'levels':
      return ['T5', 'T6']
    case 'day':
      return '2026-12-01'
    case 'yes-no':
      return false
  }
}

const filled = (type: OptionType): PlanOptionInput => ({
  modality: type.modality,
  optionType: type.id,
  levels: type.levels === 'none' ? [] : ['T7'],
  intents: ['pain'],
  urgency: 'soon',
  reason: 'reason',
  parameters: Object.fromEntries(Object.entries(type.parameters).map(([key, one]) => [key, sample(one)])),
  prerequisitesChecked: Object.keys(type.prerequisites),
  cautionsAcknowledged: Object.keys(type.cautions),
})

test('the modalities keep order, code and mark', () => {
  expect(modalities.map((modality) => modalityFacts[modality].code)).toEqual(['RT', 'SU', 'SY', 'PM', 'SC'])
  expect(new Set(modalities.map((modality) => modalityFacts[modality].shape)).size).toBe(5)
  expect(urgencies.map((urgency) => urgencyFacts[urgency].limitHours)).toEqual([24, 168, 672, null])
  expect(intents).toHaveLength(6)
})

describe('every row of the catalogue', () => {
  test('has an id of its own and is found by it', () => {
    expect(new Set(optionTypes.map(({ id }) => id)).size).toBe(optionTypes.length)
    for (const type of optionTypes) expect(findOptionType(type.id)).toBe(type)
    expect(findOptionType('constructor')).toBeUndefined()
  })

  test.each(optionTypes.map((type) => [type.id, type] as const))('%s can be filled in, checked and told', (_, type) => {
    const option = planOptionSchema.parse(filled(type))
    const { title, rows } = describeOption(option)
    expect(title.startsWith(type.short)).toBe(true)
    expect(title).not.toMatch(/undefined|\[object|\{\}\{\}/)
    expect(rows.map(({ label }) => label)).toEqual(Object.values(type.parameters).map(({ label }) => label))
    expect(rows.every(({ value }) => value.trim() !== '')).toBe(true)
  })

  test.each(optionTypes.map((type) => [type.id, type] as const))('%s refuses to miss what it needs', (_, type) => {
    const needed = Object.entries(type.parameters).filter(([, parameter]) => parameter.required)
    const { error } = planOptionSchema.safeParse({ ...filled(type), parameters: {} })
    const paths = error?.issues.map(({ path }) => path.join('.')) ?? []
    expect(paths).toEqual(needed.map(([key]) => `parameters.${key}`))
  })

  test('asks nothing about a schedule that it lists', () => {
    for (const type of optionTypes) {
      for (const { doseGy, fractions } of type.schedules) {
        for (const value of doseGy) {
          for (const count of fractions) {
            const base = filled(type)
            const parameters = { ...base.parameters, dose: { value, unit: 'Gy' }, fractions: count }
            expect(questionsAbout(planOptionSchema.parse({ ...base, parameters }))).toEqual([])
          }
        }
      }
    }
  })

  test('states a source; what comes from practice alone is marked for confirmation', () => {
    for (const { source, grade } of optionTypes) {
      expect(source).not.toBe('')
      if (source.startsWith('Clinical practice')) expect(grade).toBe('V3')
    }
    expect(describeFact(fact('V3', 'Availability'))).toBe(`Availability (${gradeWords.V3})`)
    expect(describeFact(fact('V1', 'Wound dry'))).toBe('Wound dry')
  })
})

test('every modality ends with none, defer and best supportive care only', () => {
  for (const modality of modalities) {
    const kinds = optionTypesOf(modality).map(({ kind }) => kind)
    expect(kinds.slice(-3)).toEqual(['none', 'defer', 'supportive-only'])
    expect(kinds.slice(0, -3).every((kind) => kind === 'treatment')).toBe(true)
  }
})

describe('an option in words', () => {
  const told = (option: PlanOptionInput) => {
    const { title, detail } = describeOption(planOptionSchema.parse(option))
    return { title: title.replaceAll('\u00a0', ' ').replaceAll('\u2060', ''), detail }
  }

  test.each<[PlanOptionInput, string, string]>([
    [
      {
        modality: 'radiation',
        optionType: 'sbrt-de-novo',
        levels: ['T6', 'T7', 'T8'],
        intents: ['local-control'],
        urgency: 'soon',
        parameters: { dose: { value: 24, unit: 'Gy' }, fractions: 2 },
        sequence: '14–21 d after surgery',
      },
      'SBRT 24 Gy in 2 fractions, T6–T8',
      '14–21 d after surgery · local control · soon',
    ],
    ...(['cebrt-short', 'cebrt-long'] as const).map((optionType): [PlanOptionInput, string, string] => [
      {
        ...{ modality: 'radiation', optionType, levels: ['T7'], intents: ['pain'], urgency: 'soon' },
        parameters: { dose: { value: 30, unit: 'Gy' }, fractions: 10 },
      },
      'cEBRT 30 Gy in 10 fractions, T7',
      'pain · soon',
    ]),
    [
      {
        modality: 'radiation',
        optionType: 'cebrt-single',
        levels: ['T7'],
        intents: ['pain'],
        urgency: 'emergency',
        parameters: { dose: { value: 8, unit: 'Gy' }, fractions: 1 },
      },
      'cEBRT 8 Gy in 1 fraction, T7',
      'pain · emergency',
    ],
    [
      {
        modality: 'surgery',
        optionType: 'separation',
        levels: ['T6', 'T7', 'T8'],
        intents: ['neurology', 'stability'],
        urgency: 'emergency',
        parameters: { levelsFixed: ['T5', 'T6', 'T7', 'T8', 'T9'] },
        sequence: 'within 24 h, after embolisation',
      },
      'Separation surgery T6–T8, fixation T5–T9',
      'within 24 h, after embolisation · neurology, stability · emergency',
    ],
    [
      { modality: 'surgery', optionType: 'surgery-none', reason: 'length of stay' },
      'No surgery',
      'reason: length of stay',
    ],
    [
      {
        modality: 'systemic',
        optionType: 'hold-current',
        urgency: 'emergency',
        reason: 'wound healing',
        parameters: { agent: 'cabozantinib', restart: '14 d after surgery once healed' },
      },
      'Hold cabozantinib, restart 14 d after surgery once healed',
      'emergency · reason: wound healing',
    ],
    [
      {
        modality: 'systemic',
        optionType: 'bone-agent',
        urgency: 'soon',
        parameters: { agent: 'denosumab', dose: { value: 120, unit: 'mg' }, interval: 'every 4 weeks' },
        sequence: 'after dental check',
      },
      'Bone-modifying agent: denosumab 120 mg, every 4 weeks',
      'after dental check · soon',
    ],
    [
      {
        modality: 'pain',
        optionType: 'opioid',
        urgency: 'emergency',
        parameters: { step: 'rotation', drug: 'oxycodone', morphineEquivalent: { value: 60, unit: 'mg OME / 24 h' } },
      },
      'Opioid (rotation): oxycodone, 60 mg OME / 24 h',
      'emergency',
    ],
    [
      { modality: 'pain', optionType: 'pain-defer', parameters: { missing: 'INR and platelets' } },
      'Defer: INR and platelets',
      '',
    ],
  ])('%#', (option, title, detail) => expect(told(option)).toEqual({ title, detail }))

  test('typed text is never read as a pattern', () => {
    const option: PlanOptionInput = {
      modality: 'systemic',
      optionType: 'trial',
      urgency: 'soon',
      parameters: { trial: '$& {} $1' },
    }
    expect(told(option).title).toBe('Clinical trial $& {} $1')
  })

  const stated = (optionType: string, parameters: Record<string, boolean | string | string[]>) => {
    const option = planOptionSchema.parse({ modality: 'surgery', optionType: 'surgery-none', reason: 'unfit' })
    return describeOption({ ...option, optionType, parameters }).rows.map(({ label, value }) => `${label}: ${value}`)
  }

  test('yes and no are told as such', () => {
    expect(stated('percutaneous-stabilisation', { cement: true })).toEqual(['Cement: Yes'])
    expect(stated('percutaneous-stabilisation', { cement: false })).toEqual(['Cement: No'])
  })

  test('a choice is told by its words, a day by its date, and only the dose of the treatment stands in the title', () => {
    const option = planOptionSchema.parse({ modality: 'surgery', optionType: 'surgery-none', reason: 'unfit' })
    const gy = (value: number) => ({ value, unit: 'Gy' })
    const parameters = { dose: gy(24), fractions: 2, cordMaxDose: gy(17), plannedStart: '2026-12-01' }
    const { title, rows } = describeOption({ ...option, optionType: 'sbrt-de-novo', parameters })
    expect(title.replaceAll('\u00a0', ' ')).toBe('SBRT 24 Gy in 2 fractions')
    expect(rows.map(({ value }) => value.replaceAll('\u00a0', ' '))).toEqual(
      expect.arrayContaining(['17 Gy', '01-Dec-2026']),
    )
    expect(stated('bone-agent', { agent: 'zoledronate' })[0]).toMatch(/^Agent: [Zz]oledron/)
    const size = findOptionType('decompression')?.parameters.size
    const [id, words] = size?.kind === 'choice' ? (Object.entries(size.choices)[0] ?? []) : []
    expect(id).not.toBe(words)
    expect(stated('decompression', { size: id ?? '' })).toEqual([`${size?.label}: ${words}`])
  })

  test('an answer that has left its list is shown as it is', () => {
    expect(stated('sbrt-de-novo', { technique: 'cyclotron' })).toEqual(['Technique: cyclotron'])
    expect(stated('non-opioid', { drugs: ['nsaid', 'aminopyrine'] })).toEqual(['Drug: NSAID and aminopyrine'])
  })

  test('an id that has left the catalogue is shown as it is', () => {
    const option = planOptionSchema.parse({ modality: 'surgery', optionType: 'surgery-none', reason: 'unfit' })
    expect(describeOption({ ...option, optionType: 'retired' })).toEqual({
      title: 'retired',
      detail: 'reason: unfit',
      rows: [],
    })
  })
})

test('a fact is told with its grade only where its source is open or the choice is local', () => {
  const lines = (['V1', 'V2', 'V3', 'L'] as const).map((grade) => describeFact(fact(grade, 'Platelets above 50')))
  expect(lines).toEqual([
    ...['Platelets above 50', 'Platelets above 50'],
    ...['Platelets above 50 (source to be confirmed)', 'Platelets above 50 (local target)'],
  ])
})
