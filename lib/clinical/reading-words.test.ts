import { describe, expect, it } from 'vitest'
import { read } from './instrument'
import { escc } from './instruments/escc'
import { noms } from './instruments/noms'
import { sins } from './instruments/sins'
import { triage } from './instruments/triage'
import { vteChecklist } from './instruments/vte-checklist'
import { nextStepOf, shortReading } from './reading-words'

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
