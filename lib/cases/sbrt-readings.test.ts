import { describe, expect, test } from 'vitest'
import type { CaseFile } from './case-file'
import { readingsOf } from './readings'
import { facts } from './testing-facts'

const level = {
  ...{ involvement: 'certain', pain: 'none', lesion: 'lytic', alignment: 'normal', collapse: 'none' },
  ...{ posterolateral: 'none', operated: 'no', escc: '1b' },
}
type Given = Partial<Record<'fitness' | 'safety' | 'neurology' | 'symptoms' | 'lesion', Record<string, unknown>>>

function sbrtOf({ lesion, ...sections }: Given, at = 'T7') {
  const given = Object.entries(sections).map(([section, values]) => [section, { '': facts(values) }])
  const all = { ...Object.fromEntries(given), lesions: { [at]: facts({ ...level, ...lesion }) } }
  const [found] = readingsOf({ facts: all } as unknown as CaseFile).sbrt
  if (found?.sbrt.kind !== 'incomplete') throw new Error('Segments and dose are never known here.')
  return { raised: found.sbrt.findings.map(({ id }) => id), open: found.sbrt.missing.map(({ item }) => item) }
}

const fit: Given = { fitness: { ecog: '1' }, safety: { mriObstacle: 'none' }, neurology: { frankel: 'E' } }

describe('conditions for SBRT at a level', () => {
  test('takes fitness, stability, epidural grade, deficit and MRI from the case; the rest stays open', () => {
    expect(sbrtOf(fit)).toEqual({
      raised: ['ecog met', 'sins met', 'compression met', 'escc met', 'mri met'],
      open: ['segments', 'still', 'survival', 'cordDose'],
    })
  })

  test('says which is not met', () => {
    const unstable = {
      pain: 'mechanical',
      collapse: 'gt50',
      posterolateral: 'bilateral',
      alignment: 'subluxation',
      escc: '2',
    }
    const { raised } = sbrtOf({ ...fit, fitness: { ecog: '3' }, lesion: unstable })
    expect(raised).toEqual(expect.arrayContaining(['ecog unmet', 'sins unmet', 'escc unmet']))
    expect(sbrtOf({ ...fit, lesion: { escc: '1c' } }).raised).toContain('escc caution')
  })

  test.each<[string, Given]>([
    ['a deficit, which need not come from compression', { neurology: { frankel: 'D' } }],
    ['no deficit beside a symptom of compression', { symptoms: { sphincter: 'present' } }],
    ['nothing on neurology', { neurology: {} }],
  ])('leaves compression open: %s', (_, more) => {
    expect(sbrtOf({ ...fit, ...more }).open).toContain('compression')
  })

  test('an obstacle to MRI is no answer on whether it is possible', () => {
    expect(sbrtOf({ ...fit, safety: { mriObstacle: 'present' } }).open).toContain('mri')
  })

  test('has no epidural grade below the conus', () => {
    expect(sbrtOf(fit, 'L4').open).toContain('escc')
  })
})
