import { describe, expect, test } from 'vitest'
import type { RuleReading } from '@/lib/clinical/reading'
import type { CaseFile } from './case-file'
import { readingsOf } from './readings'
import { facts } from './testing-facts'

const fit = { toleratesSurgery: 'yes', supportiveOnly: 'no' }
const stable = { pain: 'none', lesion: 'lytic', alignment: 'normal', collapse: 'none', posterolateral: 'unilateral' }
const compressed = { ...stable, escc: '2', operated: 'no', irradiated: 'no' }

/** NOMS at one level of a patient who is fit and, unless said otherwise, without a deficit. */
function nomsOf(
  tumour: Record<string, unknown>,
  lesion: Record<string, unknown>,
  { level = 'T7', frankel = 'E' } = {},
) {
  const all = {
    ...{ tumour: { '': facts(tumour) }, fitness: { '': facts(fit) } },
    ...{ neurology: { '': facts({ frankel }) }, lesions: { [level]: facts(lesion) } },
  }
  const [at] = readingsOf({ facts: all } as unknown as CaseFile).noms
  if (!at) throw new Error('The case has a level.')
  return at
}

const ids = (findings: readonly { id: string }[]) => findings.map(({ id }) => id)
const raised = (reading: RuleReading) => ('findings' in reading ? ids(reading.findings) : reading.kind)
const asked = (reading: RuleReading) =>
  reading.kind === 'incomplete' ? reading.missing.map(({ item }) => item) : reading.kind
const possible = (reading: RuleReading) => (reading.kind === 'incomplete' ? ids(reading.possible) : reading.kind)
const caveats = (reading: RuleReading) => ids(reading.caveats)

describe('a histology that is unknown', () => {
  test('raises biopsy first for an unknown primary that no tissue proves', () => {
    const { noms, sc24, conflict } = nomsOf({ primary: 'unknown', tissueProven: 'no' }, compressed)
    expect([noms.kind, raised(noms), raised(sc24), conflict]).toEqual(['complete', ['M3', '7'], ['M3', '7'], false])
  })

  test('is the board’s to decide with a deficit', () => {
    const { noms } = nomsOf({ primary: 'unknown', tissueProven: 'no' }, compressed, { frankel: 'D' })
    expect(raised(noms)).toEqual(['M3', 'no-row'])
  })

  test('stays possible while nobody says whether there is tissue, and falls away with tissue', () => {
    expect(possible(nomsOf({ primary: 'unknown' }, compressed).noms)).toEqual(['4', '5', '7'])
    expect(possible(nomsOf({ primary: 'unknown', tissueProven: 'yes' }, compressed).noms)).toEqual(['4', '5'])
  })

  test('keeps biopsy first at a level irradiated before, beside the row for resistant tumours', () => {
    const unproven = { primary: 'unknown', tissueProven: 'no' }
    const { noms } = nomsOf(unproven, { ...compressed, irradiated: 'yes' })
    expect(raised(noms)).toEqual(['M3', '7', '5', 'irradiated-before'])
    const withDeficit = nomsOf(unproven, { ...compressed, irradiated: 'yes' }, { frankel: 'D' })
    expect(raised(withDeficit.noms)).toEqual(['M3', '5', 'irradiated-before'])
  })
})

describe('the radiosensitivity that a clinician chooses', () => {
  test.each(['cervix', 'uterus', 'head-and-neck', 'not-listed'])('settles NOMS for %s, marked as chosen', (primary) => {
    const open = nomsOf({ primary }, compressed)
    expect(asked(open.noms)).toEqual(['radiosensitivity'])
    const { noms, sc24, conflict } = nomsOf({ primary, radiosensitivity: 'resistant' }, compressed)
    expect([noms.kind, raised(noms), raised(sc24), conflict]).toEqual(['complete', ['M3', '5'], ['M3', '4'], true])
    expect(caveats(noms)).toContain('assigned')
    expect(noms.lines.find(({ item }) => item === 'radiosensitivity')?.from?.by).toBe('E. Wyndlass')
  })

  test('settles both lists for an unknown primary with tissue', () => {
    const { noms, sc24 } = nomsOf(
      { primary: 'unknown', tissueProven: 'yes', radiosensitivity: 'sensitive' },
      compressed,
    )
    expect([raised(noms), raised(sc24)]).toEqual([
      ['M3', '4'],
      ['M3', '4'],
    ])
  })

  test('does not count where the list names the tumour, nor while no tissue says what it is', () => {
    expect(raised(nomsOf({ primary: 'kidney', radiosensitivity: 'sensitive' }, compressed).noms)).toEqual(['M3', '5'])
    const unproven = { primary: 'unknown', tissueProven: 'no', radiosensitivity: 'sensitive' }
    expect(raised(nomsOf(unproven, compressed).noms)).toEqual(['M3', '7'])
  })
})

describe('a SINS that may not be given', () => {
  const unstable = { pain: 'mechanical', lesion: 'lytic', alignment: 'deformity', posterolateral: 'bilateral' }
  const operated = { ...compressed, ...unstable, collapse: 'gt50', operated: 'yes' }

  test('is no answer here: an operated level is asked for', () => {
    const { noms } = nomsOf({ primary: 'kidney' }, operated)
    expect(raised(noms)).toEqual(['5'])
    expect(asked(noms)).toEqual(['sins'])
  })

  test('is an answer with the override, and the mark comes along', () => {
    const { noms, sc24 } = nomsOf({ primary: 'kidney' }, { ...operated, scoreOperated: 'yes' })
    expect(raised(noms)).toEqual(['M1', '5'])
    expect([caveats(noms), caveats(sc24)]).toEqual([
      expect.arrayContaining(['not_validated']),
      expect.arrayContaining(['not_validated']),
    ])
    expect(caveats(noms)).not.toContain('not_survival')
  })

  test('passes on a collapse of exactly 50 %, unless the level was operated on', () => {
    const half = { ...compressed, ...unstable, lesion: 'blastic', collapse: 'some', collapsePercent: 50 }
    expect(raised(nomsOf({ primary: 'kidney' }, half).noms)).toEqual(['M2', '5'])
    expect(asked(nomsOf({ primary: 'kidney' }, { ...half, operated: 'yes' }).noms)).toEqual(['sins'])
  })
})

describe('below the conus', () => {
  const lesion = { ...stable, operated: 'no', irradiated: 'no' }

  test('there is no epidural grade to ask for: the board decides, mechanics and systemic disease stay', () => {
    const { noms } = nomsOf({ primary: 'kidney' }, { ...lesion, caudaEquina: 'partial' }, { level: 'L3' })
    expect([noms.kind, raised(noms)]).toEqual(['complete', ['M3', 'no-cord']])
  })

  test('a biopsy comes first there too: that row holds for any epidural grade', () => {
    const { noms } = nomsOf({ primary: 'unknown', tissueProven: 'no' }, lesion, { level: 'S1' })
    expect(raised(noms)).toEqual(['M3', '7', 'no-cord'])
  })
})
