import { describe, expect, it } from 'vitest'
import { caseEntry, isStillMeant, paletteGroups } from './palette-entries'

const maren = {
  ...{ caseId: 'c1', code: '2026-0147', familyName: 'Ardenwick', givenName: 'Maren', title: null },
  ...{ bornOn: '1961-03-14', identifier: '9434765919', identifierIssuer: 'NHS No.', foundAs: null },
}
const shown = { isHidden: false, today: '2026-11-22' }
const hidden = { ...shown, isHidden: true }
const known = {
  acts: [{ href: '/cases/new', label: 'New case', icon: 'plus' as const }],
  pages: [
    { href: '/today', label: 'Today', icon: 'today' as const },
    { href: '/cases', label: 'Cases', icon: 'cases' as const },
  ],
  meetings: [1, 2, 3, 4].map((day) => ({
    href: `/meetings/${day}`,
    label: `Spine board ${day}`,
    icon: 'meetings' as const,
  })),
  cases: [caseEntry(maren, shown)],
}

describe('a case in the palette', () => {
  it('K2 stands with birth date and identifier, never by name alone', () => {
    expect(caseEntry(maren, shown)).toMatchObject({
      label: 'ARDENWICK, Maren',
      detail: 'Born 14-Mar-1961 · NHS\u00a0No.\u00a0943\u00a0476\u00a05919 · case 2026-0147',
    })
    const unknown = caseEntry({ ...maren, bornOn: null, identifier: null }, shown)
    expect(unknown.detail).toBe('Birth date not known · Identifier not recorded · case 2026-0147')
  })

  it('says under which earlier name it was found, beside the name of today', () => {
    const found = { ...maren, foundAs: 'KELLEWAY, Maren' }
    expect(caseEntry(found, shown)).toMatchObject({
      label: 'ARDENWICK, Maren',
      detail: expect.stringMatching(/case 2026-0147 · recorded before as KELLEWAY, Maren$/),
    })
    expect(caseEntry(found, hidden).detail).toBe('65\u00a0y · found by an earlier name')
    expect(isStillMeant(found, 'kelleway')).toBe(true)
  })

  it('P15 stands under its number with the age while identities are hidden, and is still found by the name', () => {
    expect(caseEntry(maren, hidden)).toMatchObject({ label: 'Case 2026-0147', detail: '65\u00a0y' })
    expect(caseEntry({ ...maren, bornOn: null }, hidden).detail).toBe('Age not known')
    expect(isStillMeant(maren, 'ardenwick')).toBe(true)
  })

  it('P13 has no word of the patient in its address', () => {
    expect(caseEntry(maren, shown).href).toBe('/cases/c1')
  })

  it('goes when what is typed means somebody else', () => {
    expect(isStillMeant(maren, 'ardenwick, mar')).toBe(true)
    expect(isStillMeant(maren, '943 476')).toBe(true)
    expect(isStillMeant(maren, 'ardenwick, joseph')).toBe(false)
  })
})

describe('what the palette lists', () => {
  it('offers acts, pages and the next meetings before anything is typed, and no patient', () => {
    expect(paletteGroups(known, '').map(({ title, items }) => [title, items.length])).toEqual([
      ['Do', 1],
      ['Go to', 2],
      ['Meetings', 3],
    ])
  })

  it('keeps what matches, with cases after everything that was there before', () => {
    expect(paletteGroups(known, 'case').map(({ title, items }) => [title, items.map(({ label }) => label)])).toEqual([
      ['Do', ['New case']],
      ['Go to', ['Cases']],
      ['Cases', ['ARDENWICK, Maren']],
    ])
  })
})
