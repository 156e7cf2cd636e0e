import { describe, expect, it } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactsView, FactView } from '@/lib/cases/facts'
import { readingsOf } from '@/lib/cases/readings'
import { calloutWords } from './callout-words'
import { fitnessWords, gradeWords } from './neurology-words'
import { groupNoms } from './noms-groups'
import { spineRemarks } from './spine-remarks'
import { storyLine } from './story-line'
import { courseWords, depthWords, doseWords, periodWords } from './treatment-words'

const fact = (value: unknown, state: FactView['state'] = 'known'): FactView => ({
  ...{ state, value, unit: null, refersOn: null, version: 1 },
  ...{ by: 'L. Osterfjell', at: '2026-11-24T09:00:00.000Z' },
})
const facts = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .map(([field, value]) => [field, fact(value)]),
  )
const fileOf = (all: FactsView, bornOn: string | null = null) =>
  ({ facts: all, patient: { bornOn, diedOn: null } }) as unknown as CaseFile
const plain = (words: string) => words.replaceAll('\u00a0', ' ')

describe('an earlier treatment in depth', () => {
  it('gives the dose to the cord with its equivalent only where the fractions are known', () => {
    const course = { kind: 'radiation', levels: ['T7'], dose: 20, fractions: 5, cordDose: 20, cordDoseOf: 'sac' }
    const words = (values: Record<string, unknown>) => {
      return depthWords(fileOf({ treatments: { a: facts(values) } }), 'a').map(plain)
    }
    expect(words(course)).toEqual(['Thecal sac or cauda equina: maximum 20 Gy, EQD2 (α/β 2) 30.0 Gy'])
    expect(words({ ...course, fractions: undefined, cordDoseOf: undefined })).toEqual([
      'Cord or thecal sac: maximum 20 Gy',
    ])
  })

  it('names levels worked on, implant and complications, and nothing that nobody recorded', () => {
    const operation = { kind: 'surgery', levels: ['T7'], levelsFixed: ['T6', 'T8'], implantMaterial: 'carbon' }
    expect(depthWords(fileOf({ treatments: { a: facts(operation) } }), 'a')).toEqual([
      'Fixed T6, T8',
      'Implant Carbon fibre or PEEK',
    ])
  })
})

describe('the callout of a level', () => {
  const known = { lesion: 'lytic', collapsePercent: 60, alignment: 'deformity', posterolateral: 'bilateral' }

  it('says what is known, the canal and short findings, and names what is not', () => {
    const file = fileOf({ lesions: { T7: facts({ ...known, escc: '2', words: 'New kyphosis 18°.' }) } })
    expect(plain(calloutWords(file, 'T7'))).toBe(
      'Lytic, 60 % collapse, new deformity, both posterolateral sides. Cord compressed, CSF still seen. New kyphosis 18°. Not known: pain.',
    )
  })

  it('leaves long findings to the fold of the level', () => {
    const file = fileOf({ lesions: { T7: facts({ ...known, words: 'x'.repeat(91) }) } })
    expect(calloutWords(file, 'T7')).not.toContain('x')
  })

  it('names cement with its day, and radiation of which no course is recorded', () => {
    const cement = facts({ kind: 'cement', levels: ['L2'], startedOn: '2025-09-18' })
    const file = fileOf({ lesions: { L2: facts({ irradiated: 'yes' }) }, treatments: { a: cement } })
    expect(calloutWords(file, 'L2')).toBe(
      'Cement 18-Sep-2025. Irradiated, course not recorded. No finding of the level recorded.',
    )
  })
})

describe('who it is about', () => {
  it('gives age, tumour, year and radiosensitivity', () => {
    const file = fileOf({ tumour: { '': facts({ primary: 'kidney', diagnosedOn: '2023' }) } }, '1961-03-14')
    expect(plain(storyLine(file, '2026-11-24'))).toBe('65 y, Kidney, since 2023, radioresistant class')
  })

  it('takes the class that a clinician chose where the list names none, and says when nobody can know', () => {
    const words = (values: Record<string, unknown>) =>
      storyLine(fileOf({ tumour: { '': facts(values) } }), '2026-11-24')
        .split(', ')
        .at(-1)
    expect(words({ primary: 'cervix' })).toBe('radiosensitivity not settled')
    expect(words({ primary: 'cervix', radiosensitivity: 'sensitive' })).toBe('radiosensitive class')
    expect(words({ primary: 'cervix', radiosensitivity: 'resistant' })).toBe(
      'radiosensitivity depends on the list used',
    )
    expect(words({ primary: 'thyroid' })).toBe('radiosensitivity depends on the list used')
    expect(words({ primary: 'unknown', tissueProven: 'no' })).toBe('radiosensitivity not known')
  })

  it('names what is not recorded', () => {
    expect(storyLine(fileOf({}), '2026-11-24')).toBe('age not known, primary tumour not recorded')
  })
})

describe('grades of neurology and fitness', () => {
  const grades = (all: FactsView) => {
    const file = fileOf(all)
    return gradeWords({ file, readings: readingsOf(file) })
  }

  it('keeps a Frankel that only the AIS gives apart from a stated one', () => {
    expect(grades({ neurology: { '': facts({ ais: 'D', frankel: 'D' }) } })).toBe('D / D')
    expect(grades({ neurology: { '': facts({ ais: 'C' }) } })).toBe('C / C by AIS')
    expect(grades({})).toBe('Not recorded')
  })

  it('calls a converted KPS converted', () => {
    expect(fitnessWords({ file: fileOf({ fitness: { '': facts({ ecog: '2', kps: 60 }) } }) })).toBe('2 (60)')
    expect(fitnessWords({ file: fileOf({ fitness: { '': facts({ ecog: '2' }) } }) })).toBe(
      '2 (KPS 50 or 60, converted)',
    )
  })
})

describe('earlier treatment', () => {
  const course = (values: Record<string, unknown>) => fileOf({ treatments: { a: facts(values) } })

  it('gives dose, fractions and the equivalent dose to the cord', () => {
    const file = course({ kind: 'radiation', levels: ['L1', 'L2', 'L3'], dose: 20, fractions: 5 })
    expect(plain(courseWords(file, 'a'))).toBe('L1–L3, 20 Gy in 5 fractions')
    expect(plain(doseWords(file, 'a'))).toBe('EQD2 (α/β 2) 30.0 Gy of the prescription')
  })

  it('warns where the formula over-predicts, and calculates nothing without fractions', () => {
    expect(doseWords(course({ kind: 'radiation', dose: 24, fractions: 2 }), 'a')).toContain('over-predicts')
    const open = course({ kind: 'radiation', dose: 20 })
    expect(doseWords(open, 'a')).toBe('')
    expect(plain(courseWords(open, 'a'))).toBe('levels not known, 20 Gy, fractions not known')
    expect(periodWords(open, 'a')).toBe('Date not known')
  })
})

describe('NOMS at several levels', () => {
  it('is said once for levels where it raises the same', () => {
    const level = { involvement: 'certain', alignment: 'normal', collapse: 'none' }
    const file = fileOf({ lesions: { T3: facts(level), T5: facts(level), T7: facts({ ...level, escc: '3' }) } })
    const groups = groupNoms(readingsOf(file).noms).map(({ levels }) => levels)
    expect(groups).toEqual([['T3', 'T5'], ['T7']])
  })
})

it('says of a level without an answer on tumour what is recorded there', () => {
  const file = fileOf({
    lesions: { T7: facts({ involvement: 'certain' }), L3: facts({ irradiated: 'yes', irradiation: '30 Gy in 10' }) },
  })
  const words =
    'L3: whether there is tumour is not stated. Irradiated here before: Yes. Earlier radiation: 30 Gy in 10.'
  expect(spineRemarks(file)).toEqual([{ words, isWarning: true }])
})
