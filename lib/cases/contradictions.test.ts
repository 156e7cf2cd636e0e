import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { confirming, contradictionsAt, contradictionsIn, counterWords, keyOf } from './contradictions'
import type { FactsView } from './facts'
import { contested, fact, facts } from './testing-facts'

/** Numbers stand with their units in one text that does not break. */
const plain = (words: string) => words.replaceAll('\u00a0', ' ')
const fileOf = (all: FactsView) => ({ facts: all, timeZone: 'Europe/London' }) as CaseFile
const asked = (all: FactsView) => contradictionsIn(fileOf(all)).map(({ words }) => plain(words))
const one = (section: string, values: Record<string, unknown>): FactsView => ({ [section]: { '': facts(values) } })

describe('answers that cannot both be right are asked back', () => {
  test.each([
    [
      'no metastasis in the organs, and an organ',
      one('tumour', { visceral: 'none', visceralOrgans: ['lung', 'liver'] }),
      'Metastases in major organs “None” does not fit Which organs “Lung, Liver”.',
    ],
    [
      'no metastasis in the organs, and one in the brain',
      one('tumour', { visceral: 'none', brain: 'yes' }),
      'Metastases in major organs “None” does not fit Brain metastases “Yes”.',
    ],
    [
      'no metastasis in the brain, and the brain among the organs',
      one('tumour', { brain: 'no', visceralOrgans: ['brain'] }),
      'Brain metastases “No” does not fit Which organs “Brain”.',
    ],
    [
      'a therapy that ended before the diagnosis',
      { ...one('tumour', { diagnosedOn: '2016-03' }), therapies: { a: facts({ drug: 'Docetaxel', endedOn: '2006' }) } },
      'Primary diagnosed on “Mar-2016” does not fit Docetaxel: Ended on “2006”.',
    ],
    [
      'no chemotherapy, and a line of it',
      {
        ...one('tumour', { chemotherapyBefore: 'no' }),
        therapies: { a: facts({ drug: 'Docetaxel', kind: 'chemotherapy', given: 'no' }) },
      },
      'Chemotherapy before “No” does not fit Docetaxel: Kind of therapy “Chemotherapy”.',
    ],
    [
      'a normal Frankel grade, and a weak leg and numbness',
      one('neurology', { frankel: 'E', powerRightLeg: 3, powerLeftLeg: 5, sensation: 'reduced' }),
      'Frankel grade “E” does not fit Power, right leg “3 / 5” and Sensation “Reduced”.',
    ],
    [
      'a normal AIS, and a sensory level',
      one('neurology', { ais: 'E', sensoryLevel: 'T10' }),
      'AIS, by the clinician “E” does not fit Sensory level “T10”.',
    ],
    [
      'a grade without useful power, and walking',
      one('neurology', { frankel: 'B', walking: 'with-aid' }),
      'Frankel grade “B” does not fit Walking “With aid”.',
    ],
    [
      'walking without aid, and no power in both legs',
      one('neurology', { walking: 'independent', powerRightLeg: 1, powerLeftLeg: 0 }),
      'Walking “Without aid” does not fit Power, right leg “1 / 5” and Power, left leg “0 / 5”.',
    ],
    ['ECOG and KPS', one('fitness', { ecog: '3', kps: 100 }), 'ECOG “3” does not fit KPS “100”.'],
    [
      'not walking, and ECOG of somebody who works',
      { ...one('fitness', { ecog: '1' }), ...one('neurology', { walking: 'non-ambulatory' }) },
      'ECOG “1” does not fit Walking “Not walking”.',
    ],
    [
      'no anticoagulant, and one among the medicines',
      { ...one('safety', { anticoagulant: 'none' }), medicines: { a: facts({ drug: 'Apixaban 5 mg' }) } },
      'Anticoagulant “None” does not fit Drug “Apixaban 5 mg”.',
    ],
    [
      'no tumour at a level, and a mass over it',
      { lesions: { T7: facts({ involvement: 'none' }) }, masses: { a: facts({ levels: ['T6', 'T7'] }) } },
      'T7: Tumour here “No tumour here” does not fit Levels of the mass “T6, T7”.',
    ],
    [
      'no tumour at a level, and its epidural grade',
      { lesions: { T7: facts({ involvement: 'none', escc: '2', posterolateral: 'none' }) } },
      'T7: Tumour here “No tumour here” does not fit Epidural grade “Cord compressed, CSF still seen around it”.',
    ],
  ])('%s', (_, all: FactsView, words) => {
    expect(asked(all)).toEqual([words])
  })
})

describe('no anticoagulant is asked back beside every drug against clotting or platelets', () => {
  test.each([
    ...['Apixaban 5 mg', 'Dabigatran', 'Enoxaparin 40 mg', 'Clopidogrel', 'Warfarin', 'Acetylsalicylic acid'],
    ...['Fondaparinux sodium 2.5 mg', 'argatroban', 'Danaparoid', 'Bivalirudin', 'Dipyridamole 200 mg'],
  ])('%s', (drug) => {
    const all = { ...one('safety', { anticoagulant: 'none' }), medicines: { a: facts({ drug }) } }
    expect(asked(all)).toEqual([`Anticoagulant “None” does not fit Drug “${drug}”.`])
  })
})

describe('of conversations, what speaks now is compared', () => {
  const spoke = (first: Record<string, unknown>, then: Record<string, unknown>): FactsView => ({
    goals: { a: facts({ spokenOn: '2026-11-01', ...first }), b: facts({ spokenOn: '2026-11-20', ...then }) },
  })
  const words =
    'Capacity for this decision “Lacks capacity” of 20-Nov-2026 does not fit Who decides “The patient” of 01-Nov-2026.'

  test('an answer of the newest with one that an earlier one left standing, and at both', () => {
    const all = spoke({ capacity: 'has', decisionMaker: 'patient' }, { capacity: 'lacks' })
    expect(asked(all)).toEqual([words])
    const at = (item: string, field: string) => contradictionsAt(fileOf(all), { section: 'goals', item, field }).length
    expect([at('b', 'capacity'), at('a', 'decisionMaker'), at('a', 'capacity'), at('b', 'decisionMaker')]).toEqual([
      ...[1, 1, 0, 0],
    ])
  })

  test('not a pair of which a newer one says something else', () => {
    const all = spoke({ capacity: 'lacks', decisionMaker: 'patient' }, { decisionMaker: 'proxy' })
    expect(asked(all)).toEqual([])
    expect(contradictionsAt(fileOf(all), { section: 'goals', item: 'a', field: 'capacity' })).toEqual([])
  })

  test('a person says there that both are right', () => {
    const all = spoke({ decisionMaker: 'patient' }, { capacity: 'lacks' })
    const [found] = contradictionsIn(fileOf(all))
    if (!found) throw new Error('Nothing was asked')
    const { place, said } = confirming(fileOf(all), found)
    expect(place).toEqual({ section: 'goals', item: 'b', field: 'confirmedTogether' })
    expect(asked(spoke({ decisionMaker: 'patient' }, { capacity: 'lacks', [place.field]: said.value }))).toEqual([])
  })
})

describe('of several examinations', () => {
  const pair = { frankel: 'E', sensation: 'reduced' }
  const twice = (first: object, then: object): FactsView => ({
    neurology: { a: facts({ ...first, ...pair }), b: facts({ ...then, ...pair }) },
  })

  test('each is named by its day', () => {
    expect(asked(twice({ examinedOn: '2026-11-01' }, { examinedOn: '2026-11-20' }))).toEqual([
      'Frankel grade “E” of 01-Nov-2026 does not fit Sensation “Reduced”.',
      'Frankel grade “E” of 20-Nov-2026 does not fit Sensation “Reduced”.',
    ])
    expect(asked(twice({}, { examinedOn: '2026-11-20' }))[0]).toBe(
      'Frankel grade “E” (day not recorded) does not fit Sensation “Reduced”.',
    )
  })

  test('each has a key of its own, also without a day', () => {
    expect(new Set(contradictionsIn(fileOf(twice({}, {}))).map(keyOf)).size).toBe(2)
  })

  test('what was confirmed stays so when another is recorded, or the day corrected', () => {
    const confirmedTogether = 'Frankel grade “E” and Sensation “Reduced”'
    expect(asked({ neurology: { a: facts({ ...pair, confirmedTogether }) } })).toEqual([])
    const then = twice({ confirmedTogether, examinedOn: '2026-11-02' }, { examinedOn: '2026-11-20' })
    expect(asked(then)).toEqual(['Frankel grade “E” of 20-Nov-2026 does not fit Sensation “Reduced”.'])
  })
})

describe('nothing is asked', () => {
  test.each<[string, FactsView]>([
    ['of what fits', one('fitness', { ecog: '1', kps: 70 })],
    ['where one of the two conversions gives the pair', one('fitness', { ecog: '3', kps: 50 })],
    ['of one answer alone', one('tumour', { visceral: 'none' })],
    ['of an answer that is not known', { fitness: { '': { ecog: fact('3'), kps: fact(undefined, 'not-assessed') } } }],
    ['of an answer taken back', { tumour: { '': { visceral: fact('none'), brain: fact(undefined, 'withdrawn') } } }],
    ['while one leg has power', one('neurology', { walking: 'independent', powerRightLeg: 1, powerLeftLeg: 4 })],
    [
      'of days that can overlap',
      { ...one('tumour', { diagnosedOn: '2016-03' }), therapies: { a: facts({ endedOn: '2016' }) } },
    ],
    [
      'of a line that is only planned',
      {
        ...one('tumour', { chemotherapyBefore: 'no' }),
        therapies: { a: facts({ kind: 'chemotherapy', given: 'planned' }) },
      },
    ],
    [
      'of an examination that another has followed',
      {
        ...one('fitness', { ecog: '1' }),
        neurology: {
          '': facts({ examinedOn: '2026-11-01', walking: 'non-ambulatory' }),
          b: facts({ examinedOn: '2026-11-20', walking: 'with-aid' }),
        },
      },
    ],
    [
      'of a drug that thins no blood',
      { ...one('safety', { anticoagulant: 'none' }), medicines: { a: facts({ drug: 'Morphine' }) } },
    ],
  ])('%s', (_, all) => {
    expect(asked(all)).toEqual([])
  })
})

test('a contested answer is asked back only when every value that a source states contradicts', () => {
  const withKps = (kps: ReturnType<typeof fact>) => ({ fitness: { '': { ecog: fact('3'), kps } } })
  expect(asked(withKps(contested(100, 40)))).toEqual([])
  expect(asked(withKps(contested(100, 90)))).toEqual(['ECOG “3” does not fit KPS “100 or 90”.'])
})

test('it is asked at every field that takes part, and names the others', () => {
  const file = fileOf(one('neurology', { frankel: 'E', powerRightLeg: 3, sensation: 'absent' }))
  const at = (field: string) => ({ section: 'neurology', item: '', field })
  const wordsAt = (field: string) =>
    contradictionsAt(file, at(field)).map((found) => plain(counterWords(found, at(field))))
  expect(wordsAt('walking')).toEqual([])
  expect(wordsAt('sensation')).toEqual(['Frankel grade “E”'])
  expect(wordsAt('frankel')).toEqual(['Power, right leg “3 / 5” and Sensation “Absent”'])
})

describe('a person can say that both are right', () => {
  const pair = { ecog: '3', kps: 100 }
  const confirmed = () => {
    const file = fileOf(one('fitness', pair))
    const [found] = contradictionsIn(file)
    if (!found) throw new Error('Nothing was asked')
    return confirming(file, found)
  }

  test('of these very answers: it is not asked any more', () => {
    const { place, said } = confirmed()
    expect(place).toEqual({ section: 'fitness', item: '', field: 'confirmedTogether' })
    expect(said).toEqual({ state: 'known', value: 'ECOG “3” and KPS “100”' })
    const all = one('fitness', { ...pair, [place.field]: said.value })
    expect(asked(all)).toEqual([])
    expect(contradictionsAt(fileOf(all), { section: 'fitness', item: '', field: 'kps' })[0]?.confirmed?.by).toBe(
      'E. Wyndlass',
    )
  })

  test('another answer is asked again', () => {
    const { place, said } = confirmed()
    expect(asked(one('fitness', { ...pair, kps: 90, [place.field]: said.value }))).toHaveLength(1)
  })

  test('said a second time it takes the word back', () => {
    const file = fileOf(one('fitness', { ...pair, confirmedTogether: confirmed().said.value }))
    const [found] = contradictionsAt(file, { section: 'fitness', item: '', field: 'ecog' })
    expect(found && confirming(file, found).said).toEqual({ state: 'withdrawn' })
  })

  test('what was confirmed before stays so', () => {
    const all = one('tumour', { visceral: 'none', brain: 'no', visceralOrgans: ['brain'] })
    const file = fileOf(all)
    const [first, second] = contradictionsIn(file)
    if (!first || !second) throw new Error('Two questions were expected')
    const once = { ...all.tumour?.[''], confirmedTogether: fact(confirming(file, first).said.value) }
    const then = fileOf({ tumour: { '': once } })
    const twice = { ...once, confirmedTogether: fact(confirming(then, second).said.value) }
    expect(asked({ tumour: { '': once } })).toEqual([plain(second.words)])
    expect(asked({ tumour: { '': twice } })).toEqual([])
  })
})
