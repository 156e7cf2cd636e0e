import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import type { FactsView } from '@/lib/cases/facts'
import { readingsOf } from '@/lib/cases/readings'
import { fact, facts } from '@/lib/cases/testing-facts'
import { ImagingCard } from './imaging-card'
import { LaboratoryCard, MedicinesCard } from './laboratory-card'
import type { Sheet } from './sheet'
import { SpineCard } from './spine-card'

const sheetOf = (all: FactsView): Sheet => {
  const file = { caseId: 'case', facts: all, patient: {} } as CaseFile
  return { file, readings: readingsOf(file), today: '2026-11-24', timeZone: 'Europe/London', isHidden: false }
}
const inUnit = (value: number | string, unit: string) => ({ ...fact(value), unit })
const wordsOf = (markup: string) =>
  markup
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()

describe('the sheet of a case in depth', () => {
  test('shows tissue and blood with day, other unit and the value before, and names a unit to be checked', () => {
    const sheet = sheetOf({
      biopsy: { b: facts({ site: 'L2 body', takenOn: '2026-11-20', histology: 'Clear cell carcinoma' }) },
      labs: {
        now: { ...facts({ test: 'crp', takenOn: '2026-11-23' }), value: inUnit(12, 'mg/L') },
        before: { ...facts({ test: 'crp', takenOn: '2026-11-01' }), value: inUnit(40, 'mg/L') },
        psa: { ...facts({ test: 'psa', takenOn: '2026-11-23' }), value: inUnit('<0.1', 'ng/mL') },
        odd: { ...facts({ test: 'albumin', takenOn: '2026-11-23' }), value: inUnit(3.5, 'g/L') },
      },
    })
    const words = wordsOf(renderToStaticMarkup(<LaboratoryCard sheet={sheet} />))
    expect(words).toContain('Biopsy L2 body Clear cell carcinoma 20-Nov-2026')
    expect(words).toContain('CRP 12 mg/L = 1.2 mg/dL 23-Nov-2026, before: 40 mg/L')
    expect(words).toContain('PSA below 0.1 ng/mL 23-Nov-2026')
    expect(words).toContain('Albumin 3.5 g/L Unit to be checked')
    expect(words).not.toContain('0.35 g/dL')
  })

  test('shows each medicine and the sum of the opioids with its table and warning', () => {
    const morphine = { ...facts({ drug: 'Morphine', route: 'oral', timesADay: 2 }), dose: inUnit(30, 'mg') }
    const words = wordsOf(renderToStaticMarkup(<MedicinesCard sheet={sheetOf({ medicines: { a: morphine } })} />))
    expect(words).toContain('Morphine 30 mg, By mouth, 2 times in 24 h')
    expect(words).toContain('All opioids: 60 mg oral morphine in 24 h')
    expect(words).toContain('Table cdc-2022. Not for opioid rotation.')
  })

  test('names what the protocol of an MRI lacks', () => {
    const mri = facts({ modality: 'mri', doneOn: '2026-11-20', region: ['thoracic'], sequences: ['sagittal-t2'] })
    const words = wordsOf(renderToStaticMarkup(<ImagingCard sheet={sheetOf({ imaging: { a: mri } })} />))
    expect(words).toContain('Protocol: whole spine, sagittal T1 or STIR and axial slices missing')
  })

  test('D6 the age of a study stands beside its date', () => {
    const mri = facts({ modality: 'mri', doneOn: '2026-11-20' })
    const words = wordsOf(renderToStaticMarkup(<ImagingCard sheet={sheetOf({ imaging: { a: mri } })} />))
    expect(words).toMatch(/MRI 20-Nov-2026.* 4 d/)
    const undated = wordsOf(
      renderToStaticMarkup(<ImagingCard sheet={sheetOf({ imaging: { a: facts({ modality: 'mri' }) } })} />),
    )
    expect(undated).toContain('(day not known)')
    expect(undated).not.toMatch(/\d d\b/)
  })

  test('names levels of an unusual spine, raters who differ and clear levels below the map', () => {
    const sheet = sheetOf({
      anatomy: { '': facts({ numbering: 'transitional', variants: ['l6'], l6As: 'S1', numberedBy: 'L. Osterfjell' }) },
      lesions: { S1: facts({ involvement: 'certain', lesion: 'lytic' }), T7: facts({ involvement: 'none' }) },
      secondRating: { S1: facts({ lesion: 'mixed' }) },
    })
    const words = wordsOf(renderToStaticMarkup(<SpineCard sheet={sheet} />))
    expect(words).toContain('Transitional anatomy: S1 stands for L6. Numbered by L. Osterfjell')
    expect(words).toContain(
      'S1 (L6): two raters differ on bone lesion. The first rating counts until somebody chooses.',
    )
    expect(words).toContain('No tumour at T7.')
    expect(words).toContain('S1 (L6): SINS')
  })
})
