import { describe, expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactView } from '@/lib/cases/facts'
import { bannerOf } from './_banner-facts'

const fact = (value: unknown, more: Partial<FactView> = {}): FactView => ({
  state: 'known',
  value,
  unit: null,
  refersOn: null,
  version: 1,
  by: 'E. Wyndlass',
  at: '2026-11-24T13:02:00Z',
  ...more,
})

const file = (facts: CaseFile['facts'] = {}, patient: Partial<CaseFile['patient']> = {}): CaseFile => ({
  caseId: 'c',
  boardId: 'b',
  code: '2026-0147',
  state: 'draft',
  version: 1,
  question: 'Operate first?',
  presenter: 'E. Wyndlass',
  handedInAt: null,
  timeZone: 'Europe/London',
  changedAt: '2026-11-24T13:02:00Z',
  facts,
  patient: {
    patientId: 'p',
    familyName: 'Ardenwick',
    givenName: 'Maren',
    title: 'Ms',
    suffix: null,
    preferredName: null,
    gender: null,
    otherIdentifiers: [],
    bornOn: '1961-03-14',
    sex: 'female',
    identifier: '4471 0826',
    identifierIssuer: 'Northbridge no.',
    diedOn: null,
    version: 1,
    ...patient,
  },
})

const banner = (...of: Parameters<typeof file>) => bannerOf(file(...of), '2026-11-24', 'Europe/London')

describe('the banner of a case', () => {
  test('P2 P4 P5 names the patient with age, sex and the identifier under its issuer', () => {
    const { name, born, sex, identifiers } = banner()
    expect(name).toBe('ARDENWICK, Maren (Ms)')
    expect(born).toBe('14-Mar-1961 (65\u00a0y)')
    expect(sex).toBe('Female')
    expect(identifiers).toEqual([{ label: 'Northbridge no.', value: '4471\u00a00826', bare: '4471 0826' }])
  })

  test('P2 P3 P5 shows the preferred name, gender beside sex, and each identifier under its issuer', () => {
    const otherIdentifiers = [{ issuer: 'NHS No.', value: '9434765919' }]
    const more = { suffix: 'Jr', preferredName: 'Mo', gender: 'Non-binary', otherIdentifiers }
    const shown = bannerOf(file({}, more), '2026-11-24', 'Europe/London')
    expect(shown).toMatchObject({
      name: 'ARDENWICK, Maren Jr (Ms)',
      preferredName: 'Mo',
      sex: 'Female',
      gender: 'Non-binary',
    })
    expect(shown.identifiers[1]).toEqual({ label: 'NHS No.', value: '943\u00a0476\u00a05919', bare: '9434765919' })
  })

  test('P6 leaves unknown to the banner, which says so', () => {
    const { born, sex, identifiers, resuscitation } = banner({}, { bornOn: null, sex: 'not-known', identifier: null })
    expect([born, sex, resuscitation]).toEqual([undefined, undefined, undefined])
    expect(identifiers).toEqual([])
  })

  test.each([
    [{}, { state: 'not-recorded' }],
    [{ allergies: fact(null, { state: 'not-assessed' }) }, { state: 'not-recorded' }],
    [{ allergies: fact(null, { state: 'pending' }) }, { state: 'unavailable' }],
    [{ allergies: fact('none') }, { state: 'none' }],
    [{ allergies: fact('known') }, { state: 'known', text: 'Known, which is not recorded' }],
    [{ allergies: fact('none', { state: 'withdrawn' }) }, { state: 'not-recorded' }],
  ])('P7 never turns unknown allergies into none: %j', (safety, expected) => {
    expect(banner({ safety: { '': safety } }).allergies).toEqual(expected)
  })

  test('P7 names each substance with its reaction', () => {
    const allergy = { a: { substance: fact('Penicillin'), reaction: fact('anaphylaxis') } }
    expect(banner({ allergy }).allergies).toEqual({ state: 'known', text: 'Penicillin (anaphylaxis)' })
  })

  test.each([
    [{}, { state: 'not-recorded' }],
    [{ anticoagulant: fact(null, { state: 'pending' }) }, { state: 'unavailable' }],
    [{ anticoagulant: fact('none') }, { state: 'none' }],
    [{ anticoagulant: fact('taken') }, { state: 'known', text: 'Taken, which is not recorded' }],
    [
      {
        anticoagulant: fact('taken'),
        anticoagulantDrug: fact('Apixaban 5 mg'),
        anticoagulantLast: fact('2026-11-23T20:00+00:00'),
      },
      { state: 'known', text: 'Apixaban 5 mg, last 23-Nov-2026 20:00' },
    ],
  ])('P7 the anticoagulant follows the same four states: %j', (safety, expected) => {
    expect(banner({ safety: { '': safety } }).anticoagulant).toEqual(expected)
  })

  test('P7 an MRI obstacle names the device', () => {
    const safety = {
      mriObstacle: fact('present'),
      mriObstacleKinds: fact(['pacemaker', 'lying']),
      mriObstacleWhich: fact('MR conditional'),
    }
    expect(banner({ safety: { '': safety } }).mriObstacle).toEqual({
      state: 'known',
      text: 'Pacemaker, Cannot lie flat or still, MR conditional',
    })
  })

  test('names the language when an interpreter is needed', () => {
    const safety = { interpreter: fact('yes'), language: fact('Arabic') }
    expect(banner({ safety: { '': safety } }).interpreter).toBe('Needed, Arabic')
    expect(banner({ safety: { '': { interpreter: fact('no') } } }).interpreter).toBeUndefined()
  })

  test('dates the wish on resuscitation by what it refers to, else by when it was written', () => {
    const wish = (more: Partial<FactView>) =>
      banner({ goals: { '': { resuscitation: fact('attempt', more) } } }).resuscitation
    expect(wish({ refersOn: '2026-11-20' })).toBe('Attempt CPR, 20-Nov-2026')
    expect(wish({})).toBe('Attempt CPR, recorded 24-Nov-2026')
  })

  test('P8 tells a death with the age at death', () => {
    expect(banner({}, { diedOn: '2026-03-01' }).died).toEqual({ on: '01-Mar-2026', age: '64\u00a0y' })
  })
})
