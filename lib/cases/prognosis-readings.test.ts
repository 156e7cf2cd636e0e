import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { readingsOf } from './readings'
import { contested, fact, facts } from './testing-facts'

const lab = (test: string, value: number | string, unit: string, takenOn = '2026-11-20') => ({
  ...facts({ test, takenOn }),
  value: { ...fact(value), unit },
})
const normal = {
  a: lab('platelets', 250, '10^9/L'),
  b: lab('calcium', 2.3, 'mmol/L'),
  c: lab('bilirubin', 8, 'micromol/L'),
  d: lab('crp', 2, 'mg/L'),
  e: lab('ldh', 200, 'IU/L'),
  f: lab('albumin', 40, 'g/L'),
}
const kidney = { primary: 'kidney', visceral: 'none', brain: 'no', extraspinalBone: 2, vertebralCount: 1 }

type Given = { tumour?: object; fitness?: object; neurology?: object; labs?: object; therapies?: object }
const read = ({ tumour = facts(kidney), ...more }: Given) =>
  readingsOf({
    facts: Object.fromEntries(
      Object.entries({ tumour, ...more }).map(([section, given]) => [
        section,
        section === 'labs' || section === 'therapies' ? given : { '': given },
      ]),
    ),
  } as unknown as CaseFile)

const finding = (
  reading: { lines: readonly { item: string; points: number | null; between?: unknown }[] },
  item: string,
) => reading.lines.find((line) => line.item === item)?.points

describe('New Katagiri of a case', () => {
  const all = {
    tumour: { ...facts(kidney), ...facts({ chemotherapyBefore: 'no' }) },
    fitness: facts({ ecog: '1' }),
    labs: normal,
  }

  test('is complete with its six items, the laboratory item by six values', () => {
    const { katagiri, katagiriLaboratory } = read(all)
    expect(katagiriLaboratory).toMatchObject({ kind: 'complete', grade: 'normal' })
    expect(katagiri).toMatchObject({ kind: 'complete', total: 3, band: { id: 'low' } })
  })

  test('takes a platelet count per microlitre and a CRP in mg/dL as what they are', () => {
    const labs = { ...normal, a: lab('platelets', 99_000, 'per microlitre'), d: lab('crp', 0.5, 'mg/dL') }
    expect(read({ ...all, labs }).katagiriLaboratory).toMatchObject({ kind: 'complete', grade: 'critical' })
    const crpAlone = { ...normal, d: lab('crp', 0.5, 'mg/dL') }
    expect(read({ ...all, labs: crpAlone }).katagiriLaboratory).toMatchObject({ kind: 'complete', grade: 'abnormal' })
  })

  test('takes the newest value of a test', () => {
    const labs = { ...normal, g: lab('crp', 90, 'mg/L', '2026-11-24') }
    expect(read({ ...all, labs }).katagiri).toMatchObject({ kind: 'complete', total: 4 })
    const older = { ...normal, g: lab('crp', 90, 'mg/L', '2026-10-01') }
    expect(read({ ...all, labs: older }).katagiri).toMatchObject({ kind: 'complete', total: 3 })
  })

  test('does not take a value whose unit has to be asked back: it is not known', () => {
    const labs = { ...normal, f: lab('albumin', 4, 'g/L') }
    const { katagiri, katagiriLaboratory } = read({ ...all, labs })
    expect(katagiriLaboratory).toMatchObject({ kind: 'incomplete', missing: [{ item: 'albumin' }] })
    expect(katagiri).toMatchObject({ kind: 'incomplete', between: [3, 4] })
  })

  test('does not refuse a case for a number outside of what the score takes', () => {
    const labs = { ...normal, b: { ...lab('calcium', 9, 'mmol/L'), ...facts({ unitChecked: 'yes' }) } }
    expect(read({ ...all, labs }).katagiriLaboratory).toMatchObject({ missing: [{ item: 'calcium' }] })
  })

  test.each([
    ['crp', '<0.3', 'mg/dL', 'normal'],
    ['crp', '<4', 'mg/L', 'normal'],
    ['crp', '>200', 'mg/L', 'abnormal'],
    ['crp', '≥4', 'mg/L', 'abnormal'],
    ['platelets', '<10', '10^9/L', 'critical'],
    ['albumin', '<20', 'g/L', 'abnormal'],
  ])('takes a %s of %s %s: every value it may stand for gives the same answer', (name, value, unit, grade) => {
    const labs = { ...normal, g: lab(name, value, unit, '2026-11-24') }
    expect(read({ ...all, labs }).katagiriLaboratory).toMatchObject({ kind: 'complete', grade })
  })

  test.each([
    ['crp', '<5', 'mg/L'],
    ['crp', '≤4', 'mg/L'],
    ['albumin', '>30', 'g/L'],
  ])('cannot read a %s of %s %s: the cut-off lies among what it may stand for', (name, value, unit) => {
    const labs = { ...normal, g: lab(name, value, unit, '2026-11-24') }
    const { katagiri, katagiriLaboratory } = read({ ...all, labs })
    expect(katagiriLaboratory).toMatchObject({ kind: 'incomplete', missing: [{ item: name }] })
    expect(katagiri).toMatchObject({ kind: 'incomplete', between: [3, 4] })
  })

  test('keeps every class possible into which sources put a value', () => {
    const differing = { ...contested(2, 90), unit: 'mg/L' }
    const rivals = differing.rivals?.map((one) => ({ ...one, unit: 'mg/L' }))
    const labs = { ...normal, d: { ...normal.d, value: { ...differing, rivals } } }
    expect(read({ ...all, labs }).katagiri).toMatchObject({ kind: 'incomplete', between: [3, 4] })
  })

  test('without any value the laboratory item is open, not normal', () => {
    expect(read({ ...all, labs: {} }).katagiri).toMatchObject({ kind: 'incomplete', between: [3, 5] })
  })
})

describe('organs and brain for Katagiri', () => {
  const points = (more: Record<string, unknown>) => {
    const { katagiri } = read({ tumour: facts({ ...kidney, ...more }) })
    return finding(katagiri, 'visceral') ?? katagiri.lines.find(({ item }) => item === 'visceral')?.between
  }

  test.each([
    ['no organ and no brain metastasis', {}, 0],
    ['organs, nodular', { visceral: 'removable', visceralPattern: 'nodular' }, 1],
    ['organs, disseminated', { visceral: 'unremovable', visceralPattern: 'disseminated' }, 2],
    ['pleura among the organs', { visceral: 'unremovable', visceralOrgans: ['lung', 'pleura'] }, 2],
    ['organs without a pattern', { visceral: 'unremovable', visceralOrgans: ['lung'] }, [1, 2]],
    ['brain alone, nodular', { brain: 'yes', visceralPattern: 'nodular' }, 1],
    ['brain alone without a pattern', { brain: 'yes' }, [1, 2]],
  ])('%s', (_, more, expected) => {
    expect(points(more)).toEqual(expected)
  })

  test('organs never answered stay open, unless the brain settles that there is one', () => {
    const { visceral, ...rest } = kidney
    expect(visceral).toBe('none')
    expect(read({ tumour: facts(rest) }).katagiri).toMatchObject({
      missing: expect.arrayContaining([{ item: 'visceral', label: expect.any(String) }]),
    })
    const withBrain = read({ tumour: facts({ ...rest, brain: 'yes' }) }).katagiri
    expect(withBrain.lines.find(({ item }) => item === 'visceral')?.between).toEqual([1, 2])
  })
})

describe('chemotherapy before', () => {
  const points = (given: Given) => finding(read(given).katagiri, 'chemotherapy')
  const line = (given: string, kind = 'chemotherapy') => ({ x: facts({ drug: 'docetaxel', kind, given }) })

  test('is what somebody states', () => {
    expect(points({ tumour: facts({ ...kidney, chemotherapyBefore: 'yes' }) })).toBe(1)
    expect(points({ tumour: facts({ ...kidney, chemotherapyBefore: 'no' }) })).toBe(0)
  })

  test('is settled by a line that was given, not by one that is planned or of another kind', () => {
    expect(points({ therapies: line('no') })).toBe(1)
    expect(points({ therapies: line('yes') })).toBe(1)
    expect(points({ therapies: line('planned') })).toBeNull()
    expect(points({ therapies: line('yes', 'targeted') })).toBeNull()
  })

  test('stays open where a line stands against a stated no, and where nothing is said', () => {
    expect(points({ tumour: facts({ ...kidney, chemotherapyBefore: 'no' }), therapies: line('no') })).toBeNull()
    expect(points({})).toBeNull()
  })
})

describe('NESMS of a case', () => {
  const kidneyWalking = { labs: { f: lab('albumin', 40, 'g/L') } }

  test('takes the modified Bauer total of the case, walking and albumin', () => {
    const { nesms, bauer } = read({ ...kidneyWalking, neurology: facts({ walking: 'independent' }) })
    expect(bauer).toMatchObject({ kind: 'complete', total: 3 })
    expect(nesms).toMatchObject({ kind: 'complete', total: 3 })
  })

  test('keeps both readings of a walking aid', () => {
    const tumour = facts({ primary: 'lung-small-cell', visceral: 'unremovable', extraspinalBone: 3, vertebralCount: 2 })
    const { nesms } = read({ ...kidneyWalking, tumour, neurology: facts({ walking: 'with-aid' }) })
    expect(nesms).toMatchObject({ kind: 'incomplete', between: [1, 2] })
  })

  test('takes every Bauer total that is still possible', () => {
    const { visceral, ...rest } = kidney
    expect(visceral).toBe('none')
    const { nesms, bauer } = read({
      tumour: facts(rest),
      neurology: facts({ walking: 'non-ambulatory' }),
      labs: normal,
    })
    expect(bauer).toMatchObject({ kind: 'incomplete', between: [2, 3] })
    expect(nesms).toMatchObject({ kind: 'incomplete', between: [1, 3] })
  })
})

test('van der Linden of a case takes KPS, primary and organs', () => {
  const { vanDerLinden } = read({ fitness: facts({ kps: 80 }) })
  expect(vanDerLinden).toMatchObject({ kind: 'complete', total: 3, band: { id: 'group-a' } })
})
