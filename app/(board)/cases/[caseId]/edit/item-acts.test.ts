import { describe, expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { fact } from '@/lib/cases/testing-facts'
import type { EntryStore, Said } from './entry-store'
import { asksForDay, refersOnOf } from './finding-day'
import { copyable, copyLevel, differing, levelBelow } from './item-acts'
import type { Place } from './save-queue'

const file = (facts: CaseFile['facts']) => ({ facts }) as CaseFile
const fields = (...of: Parameters<typeof copyable>) => copyable(...of).map(([field]) => field)

describe('copying a level', () => {
  const lesions = {
    T7: { lesion: fact('lytic'), escc: fact('2'), pain: fact(null, 'not-assessed'), words: fact(null, 'withdrawn') },
    L1: { lesion: fact('lytic'), escc: fact('1a') },
    L2: { caudaEquina: fact('none'), lesion: fact('mixed') },
    T8: { lesion: fact('mixed') },
  }

  test('takes what is stated, never what was taken back, and never over what is there', () => {
    expect(fields(file({ lesions }), 'T7', 'T9')).toEqual(['lesion', 'escc', 'pain'])
    expect(fields(file({ lesions }), 'T7', 'T8')).toEqual(['escc', 'pain'])
  })

  test('leaves the cord behind below the conus', () => {
    expect(fields(file({ lesions: { L1: lesions.L1 } }), 'L1', 'L2')).toEqual(['lesion'])
    expect(fields(file({ lesions: { L2: lesions.L2 } }), 'L2', 'L1')).toEqual(['lesion'])
  })

  /** A store that holds a case and takes what is said, as the form's own does. */
  const storeOf = (all: CaseFile['facts']) => {
    const said = new Map<string, Said>()
    const say = ({ item, field }: Place, what: Said) => said.set(`${item}.${field}`, what)
    return { said, store: { read: () => ({ file: file(all) }), say } as unknown as EntryStore }
  }

  test('keeps what stands at the other level, names it, and replaces it when asked', () => {
    const { said, store } = storeOf({ lesions })
    expect(differing(file({ lesions }), 'T7', 'T8').map(([field]) => field)).toEqual(['lesion'])
    expect(copyLevel(store, 'T7', 'T8')).toMatchObject({ count: 2, kept: ['lesion'] })
    expect([...said.keys()]).toEqual(['T8.escc', 'T8.pain'])
    expect(copyLevel(store, 'T7', 'T8', 'replace')).toMatchObject({ count: 3, kept: [] })
    expect(said.get('T8.lesion')).toMatchObject({ value: 'lytic' })
  })

  test('can be undone: what was copied is taken back, what was replaced stands again', () => {
    const { said, store } = storeOf({ lesions })
    copyLevel(store, 'T7', 'T8', 'replace').undo()
    expect(said.get('T8.escc')).toEqual({ state: 'withdrawn' })
    expect(said.get('T8.lesion')).toMatchObject({ state: 'known', value: 'mixed' })
  })

  test('ends at the sacrum', () => {
    expect(levelBelow('T7')).toBe('T8')
    expect(levelBelow('T12')).toBe('L1')
    expect(levelBelow('S5')).toBeNull()
  })
})

describe('the day of a finding', () => {
  const place = (section: string, field: string, item = '') => ({ section, item, field })

  test('is the one stated above the form', () => {
    expect(refersOnOf(file({}), place('symptoms', 'worstPain'), '2026-11-22')).toBe('2026-11-22')
    expect(refersOnOf(file({}), place('symptoms', 'worstPain'), null)).toBeNull()
  })

  test('is the day of examination, of the scan, of the talk, where the form asks for that', () => {
    const examined = file({ neurology: { '': { examinedOn: fact('2026-11-23') } } })
    expect(refersOnOf(examined, place('neurology', 'frankel'), '2026-11-01')).toBe('2026-11-23')
    expect(refersOnOf(examined, place('neurology', 'examinedOn'), null)).toBeNull()
    const scanned = file({ imaging: { a: { doneOn: fact('2026-10') }, b: {} } })
    expect(refersOnOf(scanned, place('imaging', 'report', 'a'), null)).toBe('2026-10')
    expect(refersOnOf(scanned, place('imaging', 'report', 'b'), null)).toBeNull()
  })

  test('is that of the study a level was seen on, unless another day is stated', () => {
    const seenOn = (words: string) =>
      file({
        imaging: { a: { modality: fact('mri'), doneOn: fact('2026-11-24') }, b: { modality: fact('ct') } },
        lesions: { T7: { seenOn: fact(words) } },
      })
    expect(refersOnOf(seenOn('MRI 24-Nov-2026, axial T2'), place('lesions', 'escc', 'T7'), null)).toBe('2026-11-24')
    expect(refersOnOf(seenOn('MRI 24-Nov-2026'), place('lesions', 'escc', 'T7'), '2026-11-20')).toBe('2026-11-20')
    expect(refersOnOf(seenOn('MRI elsewhere'), place('lesions', 'escc', 'T7'), null)).toBeNull()
    expect(refersOnOf(seenOn('CT'), place('lesions', 'escc', 'T7'), null)).toBeNull()
  })

  test('is asked only where values grow old and no field holds it', () => {
    expect(['symptoms', 'lesions', 'neurology', 'notes', 'visit'].map(asksForDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})
