import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type BannerPatient, PatientBanner } from './patient-banner'

const patient: BannerPatient = {
  name: 'ARDENWICK, Maren',
  born: '14-Mar-1961 (65 y)',
  sex: 'Female',
  identifiers: [{ label: 'Northbridge no.', value: '4471 0826', bare: '4471 0826' }],
  allergies: { state: 'known', text: 'Penicillin, anaphylaxis' },
  anticoagulant: { state: 'none' },
  mriObstacle: { state: 'not-recorded' },
  resuscitation: 'Attempt CPR, 24-Nov-2026',
}
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const words = (more: Partial<BannerPatient> = {}) =>
  plain(renderToStaticMarkup(<PatientBanner patient={{ ...patient, ...more }} />))

describe('the patient banner', () => {
  it('P2 keeps the order: name, birth, sex, identifier, safety facts', () => {
    const order = ['ARDENWICK,', 'Born', 'Sex', 'Northbridge no.', 'Known allergies', 'Anticoagulant', 'MRI obstacle']
    const places = order.map((word) => words().indexOf(word))
    expect(places.every((place) => place >= 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('P3 lets a name break between its parts only, never cuts it, and tells how the person likes to be called', () => {
    const name = 'WOLFESCHLEGELSTEINHAUSEN-FEATHERSTONEHAUGH, Anne Marie (Ms)'
    const html = renderToStaticMarkup(<PatientBanner patient={{ ...patient, name, preferredName: 'Annie' }} />)
    expect([...html.matchAll(/<span class="part">([^<]+)</g)].map(([, part]) => part)).toEqual([
      'WOLFESCHLEGELSTEINHAUSEN-FEATHERSTONEHAUGH, ',
      'Anne Marie (Ms)',
    ])
    expect(plain(html)).toContain('Likes to be called Annie')
  })

  it('P14 keeps the room of the photo where there is none, and has no trace of one where the board shows none', () => {
    const room = /class="banner-photo"/g
    const draw = (photo?: string) => renderToStaticMarkup(<PatientBanner patient={{ ...patient, photo }} />)
    expect(draw('/api/v1/attachments/a/file?size=small')).toMatch(/<img class="banner-photo"[^>]*alt="The patient"/)
    expect(draw('none')).toContain('aria-label="No photo of the patient"')
    expect([draw('/a').match(room)?.length, draw('none').match(room)?.length, draw().match(room)]).toEqual([1, 1, null])
  })

  it('P7 has exactly one of four words about allergies', () => {
    const states = [{ state: 'none' }, { state: 'not-recorded' }, { state: 'unavailable' }] as const
    const said = states.map((allergies) => words({ allergies }))
    expect(said[0]).toContain('No known allergies')
    expect(said[1]).toContain('Allergies not recorded')
    expect(said[2]).toContain('Allergies unavailable')
    for (const text of said)
      expect(text.match(/llergies (not recorded|unavailable)|No known allergies/g)).toHaveLength(1)
  })

  it('P7 gives each of the four states of allergies an icon of its own, and lets the known ones stand out', () => {
    const states = [
      { state: 'known', text: 'Penicillin' },
      { state: 'none' },
      { state: 'not-recorded' },
      { state: 'unavailable' },
    ] as const
    const icons = states.map((allergies) => {
      const html = renderToStaticMarkup(<PatientBanner patient={{ ...patient, allergies }} />)
      const [fact = ''] = /<div[^>]*><dt>(?:(?!<\/div>).)*llergies/.exec(html.slice(html.indexOf('Northbridge'))) ?? []
      return /<svg.*<\/svg>/s.exec(fact)?.[0]
    })
    expect(icons).not.toContain(undefined)
    expect(new Set(icons).size).toBe(4)
    const known = renderToStaticMarkup(<PatientBanner patient={patient} />)
    expect(known).toMatch(/<div class="flag"><dt>(?:(?!<\/dt>).)*Known allergies/)
  })

  it('P6 writes what is unknown instead of leaving it out', () => {
    const text = words({ born: undefined, sex: undefined, resuscitation: undefined })
    expect(text).toContain('Born Not known')
    expect(text).toContain('Sex Not known')
    expect(text).toContain('Resuscitation Not recorded')
  })

  it('P8 marks a patient who has died by word and pattern, not by colour alone', () => {
    expect(words({ died: { on: '02-Dec-2026', age: '65 y' } })).toContain('Died 02-Dec-2026 (65 y)')
    const css = readFileSync(fileURLToPath(new URL('./styles/banner.css', import.meta.url)), 'utf8')
    expect(css).toMatch(/\.banner\.deceased \{[^}]*repeating-linear-gradient/)
  })
})
