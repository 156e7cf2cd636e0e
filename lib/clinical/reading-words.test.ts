import { describe, expect, it } from 'vitest'
import { read } from './instrument'
import { bollen } from './instruments/bollen'
import { escc } from './instruments/escc'
import { frankel } from './instruments/frankel'
import { noms } from './instruments/noms'
import { sbrtSuitability } from './instruments/sbrt-suitability'
import { sins } from './instruments/sins'
import { triage } from './instruments/triage'
import { vteChecklist } from './instruments/vte-checklist'
import {
  checklistCounts,
  findingsOf,
  groupCounts,
  hasBands,
  nextStepOf,
  ownCaveats,
  shortReading,
} from './reading-words'

const l3 = { location: 'L3', lesion: 'lytic', alignment: 'normal', collapse: 'none', posterolateral: 'none' } as const
const fit = { deficit: 'no', irradiatedBefore: 'no', bestSupportiveCareOnly: 'no' } as const

describe('words for a reading', () => {
  it.each([
    [read(sins, { ...l3, pain: 'mechanical' }), '7 of 18', ''],
    [read(sins, l3), 'possible range 4–7', 'Still needed: Pain.'],
    [read(sins, { location: 'coccyx' }), 'not applicable', 'The coccyx is not part of the score.'],
    [read(escc, { grade: '1c' }), '1c', ''],
    [
      read(vteChecklist, { mechanical: 'no', drug: 'yes', anticoagulant: 'yes', platelets: 'yes', haematoma: 'yes' }),
      '1 open, 4 done',
      '',
    ],
    [read(triage, { weakness: 'yes' }), 'RED', ''],
    [read(escc, { grade: { oneOf: ['1b', '1c'] } }), '1b or 1c', 'Still needed: Epidural grade.'],
    [read(escc, { grade: { oneOf: ['1b', '1c'] }, level: 'C6' }), '1b or 1c', 'Still needed: Epidural grade.'],
    [read(escc, {}), 'not assessed (0 to 3 possible)', 'Still needed: Epidural grade.'],
    [read(escc, { level: 'C6' }), 'not assessed (0 to 3 possible)', 'Still needed: Epidural grade.'],
    [read(noms, { escc: '2', radiosensitivity: 'resistant', sins: 14, toleratesSurgery: 'yes', ...fit }), 'M1, 5', ''],
    [
      read(noms, { escc: '2', radiosensitivity: 'resistant', sins: 9, ...fit }),
      'M2, 5?, 6?',
      'Still needed: Tolerates surgery.',
    ],
  ])('case %#', (reading, short, next) => {
    expect(shortReading(reading)).toBe(short)
    expect(nextStepOf(reading)).toBe(next)
  })

  it('says what has to be settled', () => {
    const reading = read(sins, { ...l3, location: 'L6' })
    expect(shortReading(reading)).toBe('one answer to settle')
    expect(nextStepOf(reading)).toBe('Transitional vertebra: choose the level that it stands for.')
  })
})

describe('a checklist in one line', () => {
  const known = {
    ecog: 1,
    segments: 4,
    sins: 5,
    compression: 'no',
    escc: '1a',
    mri: 'yes',
    still: 'yes',
    survival: 'long',
  } as const

  it('counts what is unmet and met, and what nobody answered last', () => {
    expect(checklistCounts(read(sbrtSuitability, { ...known, cordDose: 'yes' }))).toBe('1 unmet, 8 met')
    expect(checklistCounts(read(sbrtSuitability, known))).toBe('1 unmet, 7 met, 1 open')
    expect(checklistCounts(read(sbrtSuitability, {}))).toBe('9 open')
  })

  it('gives the reason where it does not apply', () => {
    const why = 'The level was operated on.'
    expect(checklistCounts({ ...read(sbrtSuitability, known), kind: 'not-applicable', why })).toBe(why)
  })
})

it('a framework that does not apply raises nothing', () => {
  const answers = { profile: 'moderate', kps: 80 } as const
  expect(findingsOf(read(bollen, answers)).map(({ id }) => id)).toEqual(['B'])
  expect(findingsOf(read(bollen, { ...answers, excluded: 'yes' }))).toEqual([])
})

it('considerations of a framework are not counted by group', () => {
  expect(groupCounts([])).toBeNull()
  expect(groupCounts([{ id: '5', group: 'Radiotherapy', text: 'Consider it.' }])).toBeNull()
})

it('one band for every total tells nothing apart', () => {
  expect([hasBands({ id: 'total' }), hasBands({ id: 'stable' })]).toEqual([false, true])
})

it('the remarks of a reading are its own, without those that always go with the instrument', () => {
  const reading = read(sins, { ...l3, pain: 'none', contiguous: 'yes' })
  expect(reading.caveats.length).toBeGreaterThan(1)
  expect(ownCaveats(sins, reading).map(({ id }) => id)).toEqual(['contiguous'])
  const graded = read(frankel, { grade: { value: 'D', marks: ['mapped'] } })
  expect(ownCaveats(frankel, graded).map(({ id }) => id)).toEqual(['mapped'])
})
