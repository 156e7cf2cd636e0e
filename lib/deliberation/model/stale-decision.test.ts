import { describe, expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { withholding } from '@/lib/cases/case-file'
import type { FactsView } from '@/lib/cases/facts'
import { contested, fact, facts } from '@/lib/cases/testing-facts'
import { decideStand, openChanges, staleChanges } from './stale-decision'

const fileOf = (known: FactsView): CaseFile => ({
  ...{
    caseId: 'case',
    boardId: 'board',
    code: '2026-0001',
    state: 'handed-in',
    version: 1,
    question: 'Q',
    presenter: 'P',
  },
  patient: {
    ...{
      patientId: 'p',
      familyName: 'A',
      givenName: null,
      title: null,
      suffix: null,
      preferredName: null,
      bornOn: null,
    },
    ...{ sex: 'not-known', gender: null, identifier: null, identifierIssuer: null, otherIdentifiers: [], diedOn: null },
    version: 1,
  },
  ...{ handedInAt: null, changedAt: '2026-11-24T13:02:00Z', timeZone: 'Europe/London', facts: known },
})

const examined = (on: string, values: Record<string, unknown>) => ({ ...facts({ examinedOn: on }), ...facts(values) })
const t7 = { involvement: 'certain', location: 'semiRigid', pain: 'none', lesion: 'blastic', alignment: 'normal' }
const stable = { ...t7, collapse: 'none', posterolateral: 'none', escc: '1b' }

const told = (before: FactsView, after: FactsView) =>
  staleChanges(fileOf(before), fileOf(after)).map(({ kind, what, before: was, after: is }) => [kind, what, was, is])

describe('a signed decision rests on facts of before', () => {
  test('nothing changed, or something that no decision is marked for', () => {
    const known = { neurology: { '': facts({ walking: 'independent' }) }, fitness: { '': facts({ ecog: '1' }) } }
    expect(told(known, known)).toEqual([])
    expect(told(known, { ...known, notes: { '': facts({ free: 'Called the family' }) } })).toEqual([])
  })

  test('a new deficit: worse than it was, abnormal where it was not known, or a symptom that was not there', () => {
    const before = { neurology: { '': facts({ walking: 'independent', bladder: 'normal' }) } }
    expect(told(before, { neurology: { '': facts({ walking: 'with-aid', bladder: 'normal' }) } })).toEqual([
      ['deficit', 'Walking', 'Without aid', 'With aid'],
    ])
    expect(told({}, { neurology: { '': facts({ saddle: 'absent', sensation: 'normal' }) } })).toEqual([
      ['deficit', 'Saddle', 'Not recorded', 'Absent'],
    ])
    const absent = { symptoms: { '': facts({ weakness: 'absent', gait: 'present' }) } }
    expect(told(absent, { symptoms: { '': facts({ weakness: 'present', gait: 'present' }) } })).toEqual([
      ['deficit', 'Limb weakness', 'Absent', 'Present'],
    ])
  })

  test('better, the same, or no longer assessed is no new deficit', () => {
    const before = { neurology: { '': facts({ walking: 'with-aid' }) } }
    for (const walking of [fact('independent'), fact('with-aid'), fact(null, 'not-assessed')]) {
      expect(told(before, { neurology: { '': { walking } } })).toEqual([])
    }
  })

  test('what a later examination leaves out was not new when an earlier one had it', () => {
    const first = '0b0e8a52-5f3e-4a53-9a38-111111111111'
    const next = '0b0e8a52-5f3e-4a53-9a38-222222222222'
    const before = {
      neurology: { '': examined('2026-11-20', { walking: 'with-aid' }), [first]: examined('2026-11-22', {}) },
    }
    const after = { neurology: { ...before.neurology, [next]: examined('2026-11-24', { walking: 'with-aid' }) } }
    expect(told(before, after)).toEqual([])
  })

  test('a new level, and another class of SINS or ESCC at one that was known', () => {
    const before = { lesions: { T7: facts(stable) } }
    const after = { lesions: { T7: facts({ ...stable, escc: '2' }), L2: facts({ involvement: 'suspected' }) } }
    expect(told(before, after)).toEqual([
      ['level', 'L2', 'Not involved', 'Involved'],
      ['escc', 'T7', expect.stringContaining('1b'), expect.stringContaining('2')],
    ])
    const worse = { ...stable, pain: 'mechanical', lesion: 'lytic', collapse: 'gt50' }
    expect(told(before, { lesions: { T7: facts(worse) } })).toEqual([
      ['sins', 'T7', expect.stringMatching(/^Stable/), expect.stringMatching(/^Potentially unstable/)],
    ])
  })

  test('an answer of SINS within the same class is none', () => {
    const after = { lesions: { T7: facts({ ...stable, lesion: 'mixed' }) } }
    expect(told({ lesions: { T7: facts(stable) } }, after)).toEqual([])
  })

  test('another ECOG, also one that another source says', () => {
    const before = { fitness: { '': facts({ ecog: '1' }) } }
    const ecogSaid = [['ecog', 'ECOG', expect.stringMatching(/^1/), expect.stringMatching(/3/)]]
    expect(told(before, { fitness: { '': facts({ ecog: '3' }) } })).toEqual(ecogSaid)
    expect(told(before, { fitness: { '': { ecog: contested('1', '3') } } })).toEqual(ecogSaid)
  })

  test('new imaging is a study that was not there', () => {
    const [old, fresh] = ['0b0e8a52-5f3e-4a53-9a38-333333333333', '0b0e8a52-5f3e-4a53-9a38-444444444444']
    const before = { imaging: { [old]: facts({ modality: 'ct' }) } }
    const after = { imaging: { [old]: facts({ modality: 'ct' }), [fresh]: facts({ modality: 'mri' }) } }
    expect(told(before, after)).toEqual([['imaging', 'MRI', 'Not there at the signing', 'Recorded']])
  })

  test('changed goals are told to the treating team, and to nobody from whom they are withheld', () => {
    const [before, after] = ['full', 'comfort'].map((intensity) => fileOf({ goals: { '': facts({ intensity }) } }))
    if (!before || !after) throw new Error('two files')
    expect(staleChanges(before, after)).toMatchObject([{ kind: 'goals', before: 'Full', after: 'Comfort-focused' }])
    expect(staleChanges(withholding(before, ['goals']), withholding(after, ['goals']))).toEqual([])
  })

  test('each says who recorded it, when, and of which day', () => {
    const after = { ...fact('3'), refersOn: '2026-11-25', by: 'R. Marbeck', at: '2026-11-25T09:00:00Z', version: 2 }
    const found = staleChanges(
      fileOf({ fitness: { '': facts({ ecog: '1' }) } }),
      fileOf({ fitness: { '': { ecog: after } } }),
    )
    expect(found).toMatchObject([{ on: '2026-11-25', by: 'R. Marbeck', at: '2026-11-25T09:00:00Z' }])
  })
})

describe('the chair lets a decision stand', () => {
  const with3 = staleChanges(
    fileOf({ fitness: { '': facts({ ecog: '1' }) } }),
    fileOf({ fitness: { '': facts({ ecog: '3' }) }, goals: { '': facts({ intensity: 'comfort' }) } }),
  )
  const [ecog, goals] = with3.map(({ key }) => key)
  const stand = { because: 'Expected', by: 'E. Wyndlass', at: '2026-11-26T09:00:00Z' }

  test('over these changes and no later one', () => {
    const open = openChanges(with3, [{ ...stand, keys: [ecog ?? ''] }])
    expect(open.map(({ kind }) => kind)).toEqual(['goals'])
    const with4 = staleChanges(
      fileOf({ fitness: { '': facts({ ecog: '1' }) } }),
      fileOf({ fitness: { '': facts({ ecog: '4' }) } }),
    )
    expect(openChanges(with4, [{ ...stand, keys: [ecog ?? ''] }])).toHaveLength(1)
  })

  test('over exactly what was on the screen, the goals of care apart', () => {
    expect(decideStand({ onGoals: false, keys: [ecog ?? ''] }, with3)).toEqual({ ok: true, value: [ecog] })
    expect(decideStand({ onGoals: true, keys: [goals ?? ''] }, with3)).toEqual({ ok: true, value: [goals] })
    const changed = { ok: false, refusal: { code: 'closed', why: 'facts-changed' } }
    expect(decideStand({ onGoals: false, keys: ['ecog||2'] }, with3)).toEqual(changed)
    expect(decideStand({ onGoals: false, keys: [ecog ?? '', goals ?? ''] }, with3)).toEqual(changed)
    expect(decideStand({ onGoals: false, keys: ['__proto__'] }, [])).toEqual(changed)
  })
})
