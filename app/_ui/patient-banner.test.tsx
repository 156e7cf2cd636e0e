import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { type BannerPatient, PatientBanner } from './patient-banner'

const patient: BannerPatient = {
  name: 'ARDENWICK, Maren',
  born: '14-Mar-1961 (65 y)',
  sex: 'Female',
  identifiers: [{ label: 'Northbridge no.', value: '4471 0826' }],
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

  it('P7 has exactly one of four words about allergies', () => {
    const states = [{ state: 'none' }, { state: 'not-recorded' }, { state: 'unavailable' }] as const
    const said = states.map((allergies) => words({ allergies }))
    expect(said[0]).toContain('No known allergies')
    expect(said[1]).toContain('Allergies not recorded')
    expect(said[2]).toContain('Allergies unavailable')
    for (const text of said)
      expect(text.match(/llergies (not recorded|unavailable)|No known allergies/g)).toHaveLength(1)
  })

  it('P6 writes what is unknown instead of leaving it out', () => {
    const text = words({ born: undefined, sex: undefined, resuscitation: undefined })
    expect(text).toContain('Born Not known')
    expect(text).toContain('Sex Not known')
    expect(text).toContain('Resuscitation Not recorded')
  })

  it('P8 marks a patient who has died by word, not by colour alone', () => {
    expect(words({ died: { on: '02-Dec-2026', age: '65 y' } })).toContain('Died 02-Dec-2026 (65 y)')
  })
})
