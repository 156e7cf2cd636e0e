import { describe, expect, test } from 'vitest'
import type { CaseFile } from '@/lib/cases/case-file'
import { contested, fact } from '@/lib/cases/testing-facts'
import type { EntryStore, Said } from './entry-store'
import { asksForDay } from './finding-day'
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

  test('leaves a dispute where it is: no copy settles it', () => {
    const disputed = {
      T7: { lesion: contested('lytic', 'mixed'), pain: fact('none') },
      T8: { lesion: fact('blastic') },
    }
    expect(fields(file({ lesions: disputed }), 'T7', 'T9')).toEqual(['pain'])
    expect(differing(file({ lesions: disputed }), 'T7', 'T8')).toEqual([])
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

  test('does not state the day of an entry for the values it copies', () => {
    const T7 = { lesion: { ...fact('lytic'), refersOn: '2026-11-24', ofEntry: true } }
    const { said, store } = storeOf({ lesions: { T7 } })
    copyLevel(store, 'T7', 'T9')
    expect(said.get('T9.lesion')).toEqual({ state: 'known', value: 'lytic', unit: null, refersOn: null })
  })

  test('ends at the sacrum', () => {
    expect(levelBelow('T7')).toBe('T8')
    expect(levelBelow('T12')).toBe('L1')
    expect(levelBelow('S5')).toBeNull()
  })
})

describe('the day that findings are from', () => {
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
