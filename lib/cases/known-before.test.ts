import { describe, expect, test } from 'vitest'
import { isLasting, lastingFacts, notYetSaid } from './known-before'
import { sectionIds, sections } from './sections/sections'
import { fact, facts } from './testing-facts'

const zone = 'Europe/London'
const earlier = (code: string, found: Parameters<typeof lastingFacts>[0][number]['facts']) => ({
  ...{ caseId: `of ${code}`, code },
  facts: found,
})

describe('what stays true of a person', () => {
  test.each([
    ['tumour', 'primary'],
    ['tumour', 'histology'],
    ['tumour', 'diagnosedOn'],
    ['safety', 'allergies'],
    ['safety', 'mriObstacle'],
    ['allergy', 'substance'],
    ['treatments', 'dose'],
    ['treatments', 'levels'],
  ])('%s %s', (section, field) => expect(isLasting({ section, field })).toBe(true))

  test.each([
    ['neurology', 'walking'],
    ['fitness', 'ecog'],
    ['safety', 'anticoagulant'],
    ['tumour', 'effectiveOption'],
    ['lesions', 'pain'],
    ['__proto__', 'primary'],
    ['tumour', 'constructor'],
  ])('not %s %s', (section, field) => expect(isLasting({ section, field })).toBe(false))

  test('is never a matter of the treating team alone, nor of an examination', () => {
    const lasting = sectionIds.filter((section) =>
      Object.keys(sections[section].fields).some((field) => isLasting({ section, field })),
    )
    expect(lasting).toEqual(['safety', 'allergy', 'tumour', 'treatments'])
    expect(isLasting({ section: 'goals', field: 'words' })).toBe(false)
  })
})

describe('what earlier cases know', () => {
  test('is offered with the case, the day and who said it; the day of recording stands for one that was not stated', () => {
    const stated = { ...fact('breast'), refersOn: '2026-03' }
    const found = lastingFacts(
      [earlier('2026-0001', { tumour: { '': { primary: stated, histology: fact('Ductal'), brain: fact('no') } } })],
      zone,
    )
    expect(found).toEqual([
      expect.objectContaining({
        code: '2026-0001',
        field: 'primary',
        value: 'breast',
        on: '2026-03',
        by: 'E. Wyndlass',
      }),
      expect.objectContaining({ field: 'histology', value: 'Ductal', on: '2026-11-24' }),
    ])
  })

  test('is what the newest of them says, and what that one took back is not dug up again', () => {
    const newest = { tumour: { '': { primary: fact('lung'), histology: fact(null, 'withdrawn') } } }
    const oldest = { tumour: { '': facts({ primary: 'breast', histology: 'Ductal', tissueProven: 'yes' }) } }
    const found = lastingFacts([earlier('2026-0002', newest), earlier('2026-0001', oldest)], zone)
    expect(found.map(({ code, field, value }) => [code, field, value])).toEqual([
      ['2026-0002', 'primary', 'lung'],
      ['2026-0001', 'tissueProven', 'yes'],
    ])
  })

  test('is not asked once this case says anything of it, were it only that nobody knows', () => {
    const known = lastingFacts(
      [earlier('2026-0001', { tumour: { '': facts({ primary: 'lung', histology: 'A' }) } })],
      zone,
    )
    expect(notYetSaid(known, { facts: {} })).toHaveLength(2)
    const here = { tumour: { '': { primary: fact(null, 'pending'), histology: fact(null, 'withdrawn') } } }
    expect(notYetSaid(known, { facts: here })).toEqual([])
  })
})
