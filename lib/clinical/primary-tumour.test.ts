import { describe, expect, it } from 'vitest'
import { read } from './instrument'
import { bauerModified } from './instruments/bauer-modified'
import { bauerOriginal } from './instruments/bauer-original'
import { katagiri } from './instruments/katagiri'
import { readUnderBothSchemes } from './instruments/noms'
import { rades2008Items } from './instruments/rades-2008-items'
import { rades2013 } from './instruments/rades-2013'
import { tokuhashiOriginal } from './instruments/tokuhashi-original'
import { tokuhashiRevised } from './instruments/tokuhashi-revised'
import { tomita } from './instruments/tomita'
import { vanDerLinden } from './instruments/van-der-linden'
import { type Mapped, primaryGroups } from './primary-kinds'
import {
  groupOfPrimary,
  mapPrimary,
  mappedAnswer,
  modifiersOf,
  type PrimaryId,
  primaries,
  primariesIn,
  primaryLabel,
} from './primary-tumour'

/** L named, r by the others rule, ? to be chosen: the letters of the reference table. */
const brief = (mapped: Mapped<string>) =>
  mapped.how === 'must-choose' ? `? ${mapped.oneOf.join('/')}` : `${mapped.value} ${mapped.how === 'named' ? 'L' : 'r'}`

const anyGrowth = '? slow/moderate/rapid'

describe('primary tumour mapping, row by row', () => {
  it.each<[PrimaryId, string, string, string, string, string]>([
    ['breast', 'best L', 'slow L', 'favourable L', '? slow/moderate', 'sensitive L'],
    ['prostate', 'best L', 'slow L', 'other L', '? slow/moderate', 'sensitive L'],
    ['thyroid', 'best L', 'slow L', 'other L', 'slow L', 'resistant L'],
    ['lung-non-small-cell', 'worst L', 'rapid L', 'lung L', '? moderate/rapid', 'resistant L'],
    ['lung-small-cell', 'worst L', 'rapid L', 'lung L', 'rapid L', 'very-sensitive L'],
    ['kidney', 'kidney-uterus L', 'moderate L', 'favourable L', 'moderate L', 'resistant L'],
    ['myeloma', 'others r', anyGrowth, 'favourable L', 'slow L', 'very-sensitive L'],
    ['lymphoma', 'others r', anyGrowth, 'favourable L', 'slow L', 'very-sensitive L'],
    ['colon', 'others r', 'rapid L', 'other L', 'rapid L', 'resistant L'],
    ['rectum', 'rectum L', anyGrowth, 'other L', 'rapid L', 'resistant L'],
    ['colorectal-unspecified', '? others/rectum', anyGrowth, 'other L', 'rapid L', 'resistant L'],
    ['stomach', 'worst L', 'rapid L', 'other L', 'rapid L', 'resistant L'],
    ['oesophagus', 'worst L', anyGrowth, 'other L', 'rapid L', 'resistant L'],
    ['pancreas', 'worst L', anyGrowth, 'other L', 'rapid L', 'resistant L'],
    ['liver', 'poor L', 'rapid L', 'other L', 'rapid L', 'resistant L'],
    ['biliary', 'poor L', anyGrowth, 'other L', 'rapid L', 'resistant L'],
    ['bladder', 'worst L', anyGrowth, 'other L', 'rapid L', 'resistant L'],
    ['melanoma', 'others r', anyGrowth, 'other L', 'rapid L', 'resistant L'],
    ['osteosarcoma', 'worst L', anyGrowth, 'other L', 'moderate L', 'resistant L'],
    ['sarcoma', 'others r', anyGrowth, 'other L', 'moderate L', 'resistant L'],
    ['uterus', 'kidney-uterus L', 'moderate L', 'other L', 'moderate L', '? very-sensitive/sensitive/resistant'],
    ['ovary', 'others r', anyGrowth, 'other L', 'moderate L', 'sensitive L'],
    ['cervix', '? kidney-uterus/others', anyGrowth, 'other L', 'rapid L', '? very-sensitive/sensitive/resistant'],
    ['head-and-neck', 'others r', anyGrowth, 'other L', 'rapid L', '? very-sensitive/sensitive/resistant'],
    ['neuroendocrine', 'best L', anyGrowth, 'other L', anyGrowth, 'sensitive L'],
    ['germ-cell', 'others r', anyGrowth, 'other L', anyGrowth, 'very-sensitive L'],
    [
      ...(['unknown', 'poor L', 'rapid L', '? lung/other', 'rapid L'] as const),
      '? very-sensitive/sensitive/resistant/unknown-histology',
    ],
  ])('%s', (id, tokuhashi, growth, bauer, katagiri, radiosensitivity) => {
    const mapped = mapPrimary({ id })
    expect(brief(mapped.tokuhashiRevised)).toBe(tokuhashi)
    expect(brief(mapped.tomita)).toBe(growth)
    expect(brief(mapped.bauerModified)).toBe(bauer)
    expect(brief(mapped.katagiri)).toBe(katagiri)
    expect(brief(mapped.radiosensitivity.noms)).toBe(radiosensitivity)
  })

  it.each<[PrimaryId, string, string, string]>([
    ['breast', 'best L', 'breast L', 'breast L'],
    ['prostate', 'best L', 'prostate L', 'prostate L'],
    ['thyroid', 'best L', 'other r', 'other r'],
    ['lung-non-small-cell', 'worst L', 'lung L', 'lung L'],
    ['lung-small-cell', 'worst L', 'lung L', 'lung L'],
    ['lung-unspecified', 'worst L', 'lung L', 'lung L'],
    ['kidney', 'middle L', 'other r', 'other r'],
    ['myeloma', 'others r', 'other r', 'myeloma-lymphoma L'],
    ['lymphoma', 'others r', 'other r', 'myeloma-lymphoma L'],
    ['colon', 'others r', 'other r', 'other r'],
    ['rectum', 'best L', 'other r', 'other r'],
    ['colorectal-unspecified', '? others/best', 'other r', 'other r'],
    ['stomach', 'worst L', 'other r', 'other r'],
    ['oesophagus', 'others r', 'other r', 'other r'],
    ['pancreas', 'others r', 'other r', 'other r'],
    ['liver', 'middle L', 'other r', 'other r'],
    ['biliary', 'others r', 'other r', 'other r'],
    ['bladder', 'others r', 'other r', 'other r'],
    ['melanoma', 'others r', 'other r', 'other r'],
    ['osteosarcoma', 'others r', 'other r', 'other r'],
    ['sarcoma', 'others r', 'other r', 'other r'],
    ['uterus', 'middle L', 'other r', 'other r'],
    ['ovary', 'others r', 'other r', 'other r'],
    ['cervix', '? middle/others', 'other r', 'other r'],
    ['head-and-neck', 'others r', 'other r', 'other r'],
    ['neuroendocrine', 'others r', 'other r', 'other r'],
    ['germ-cell', 'others r', 'other r', 'other r'],
    ['not-listed', 'others r', 'other r', 'other r'],
    ['unknown', 'middle L', 'other r', 'other r'],
  ])('%s in the original Tokuhashi, van der Linden and Rades scores', (id, tokuhashi, linden, rades) => {
    const mapped = mapPrimary({ id })
    expect([brief(mapped.tokuhashiOriginal), brief(mapped.vanDerLinden), brief(mapped.rades)]).toEqual([
      tokuhashi,
      linden,
      rades,
    ])
  })

  it('follows treatment for the growth class', () => {
    const growth = (...tumour: Parameters<typeof mapPrimary>) => brief(mapPrimary(...tumour).katagiri)
    expect(growth({ id: 'lung-non-small-cell', targetedDrugActive: true })).toBe('moderate L')
    expect(growth({ id: 'lung-non-small-cell', targetedDrugActive: false })).toBe('rapid L')
    expect(growth({ id: 'breast', hormoneDependent: true })).toBe('slow L')
    expect(growth({ id: 'prostate', hormoneDependent: false })).toBe('moderate L')
    expect(growth({ id: 'kidney', hormoneDependent: true })).toBe('moderate L')
  })

  it('settles whether the histology of an unknown primary is unknown by tissue', () => {
    const classes = (...tumour: Parameters<typeof mapPrimary>) => {
      const { noms, sc24, conflict } = mapPrimary(...tumour).radiosensitivity
      return [brief(noms), brief(sc24), conflict]
    }
    const none = 'unknown-histology L'
    expect(classes({ id: 'unknown', tissueProven: false })).toEqual([none, none, false])
    const open = ['? very-sensitive/sensitive/resistant', '? sensitive/resistant', false]
    expect(classes({ id: 'unknown', tissueProven: true })).toEqual(open)
    expect(classes({ id: 'kidney', tissueProven: false })).toEqual(['resistant L', 'resistant L', false])
  })

  it('shows where the two radiosensitivity lists disagree', () => {
    const conflicting = primaries.filter((id) => mapPrimary({ id }).radiosensitivity.conflict)
    expect(conflicting).toEqual(['lung-non-small-cell', 'thyroid', 'bladder'])
    expect(brief(mapPrimary({ id: 'kidney' }).radiosensitivity.sc24)).toBe('resistant L')
    expect(brief(mapPrimary({ id: 'liver' }).radiosensitivity.sc24)).toBe('? sensitive/resistant')
    expect(mapPrimary({ id: 'kidney' }).radiosensitivity.noms).toMatchObject({ unconfirmed: true })
  })

  it('reads NSCLC at ESCC 1c as row 3 under one list and row 1 under the other', () => {
    const { radiosensitivity } = mapPrimary({ id: 'lung-non-small-cell' })
    const value = (mapped: Mapped<'very-sensitive' | 'sensitive' | 'resistant' | 'unknown-histology'>) =>
      mappedAnswer(mapped).value
    const both = readUnderBothSchemes(
      { escc: '1c', irradiatedBefore: 'no' },
      { noms: value(radiosensitivity.noms), sc24: value(radiosensitivity.sc24) },
    )
    expect(both.conflict).toBe(true)
    expect(both.noms).toMatchObject({ kind: 'incomplete', findings: [{ id: '3' }] })
    expect(both.sc24).toMatchObject({ kind: 'incomplete', findings: [{ id: '1' }] })
  })
})

describe('the list on the form', () => {
  it('has at least one primary in every group, each once and with a label', () => {
    for (const group of primaryGroups) expect(primariesIn(group), group).not.toEqual([])
    expect(new Set(primaries).size).toBe(primaries.length)
    expect(new Set(primaries.map(primaryLabel)).size).toBe(primaries.length)
    expect(primariesIn('colorectal')).toEqual(['colon', 'rectum', 'colorectal-unspecified'])
    expect(primaryGroups.flatMap(primariesIn).toSorted()).toEqual([...primaries].toSorted())
    expect(groupOfPrimary('rectum')).toBe('colorectal')
  })

  it('asks for the modifiers that matter', () => {
    expect([
      modifiersOf('breast'),
      modifiersOf('lung-non-small-cell'),
      modifiersOf('kidney'),
      modifiersOf('unknown'),
    ]).toEqual([['hormoneDependent'], ['targetedDrugActive'], [], ['tissueProven']])
  })

  it('asks for what a drug does wherever the growth depends on it', () => {
    expect(modifiersOf('prostate')).toEqual(['hormoneDependent'])
    expect(modifiersOf('lung-unspecified')).toEqual(['targetedDrugActive'])
  })

  it('marks an answer only where the source does not name the tumour', () => {
    expect(mappedAnswer(mapPrimary({ id: 'breast' }).tokuhashiRevised)).toEqual({ value: 'best', marks: [] })
    expect(mappedAnswer(mapPrimary({ id: 'melanoma' }).tokuhashiRevised).marks).toEqual(['others-rule'])
  })

  it('gives answers that the instruments take, for every primary', () => {
    for (const id of primaries) {
      const mapped = mapPrimary({ id })
      const readings = [
        read(tokuhashiRevised, { primary: mappedAnswer(mapped.tokuhashiRevised) }),
        read(tomita, { growth: mappedAnswer(mapped.tomita) }),
        read(bauerModified, { primary: mappedAnswer(mapped.bauerModified) }),
        read(bauerOriginal, { primary: mappedAnswer(mapped.bauerModified) }),
        read(tokuhashiOriginal, { primary: mappedAnswer(mapped.tokuhashiOriginal) }),
        read(vanDerLinden, { primary: mappedAnswer(mapped.vanDerLinden) }),
        read(katagiri, { primary: mappedAnswer(mapped.katagiri) }),
        read(rades2013, { primary: mappedAnswer(mapped.rades) }),
        read(rades2008Items, { primary: mappedAnswer(mapped.rades) }),
      ]
      expect(new Set(readings.map(({ kind }) => kind)), id).toEqual(new Set(['incomplete']))
      expect(
        readings.every(({ lines }) => lines.some(({ state }) => state !== 'missing')),
        id,
      ).toBe(true)
    }
  })

  it('carries the others rule into the reading', () => {
    const reading = read(tokuhashiRevised, { primary: mappedAnswer(mapPrimary({ id: 'melanoma' }).tokuhashiRevised) })
    expect(reading.caveats.map(({ id }) => id)).toContain('others-rule')
  })
})
