import { expect, test } from 'vitest'
import { readAddress, type WorklistAddress, writeAddress } from './address'

const read = (address: string) => readAddress(new URL(address, 'http://localhost').searchParams)

test('L5 an address and what it shows are the same thing', () => {
  const shown: WorklistAddress = {
    view: 'late',
    sort: 'patient',
    descending: true,
    modality: 'pain',
    columns: { hidden: ['kind', 'owner'], order: ['due', 'patient'] },
  }
  expect(read(writeAddress(shown))).toEqual(shown)
})

test('the usual view has the plain address', () => {
  expect(writeAddress(read('/today'))).toBe('/today')
})

test('what nobody knows is left out', () => {
  expect(read('/today?view=all&q=Maren&sort=-colour&kind=magic&hide=patient,due&order=colour')).toEqual({
    view: 'week',
    sort: 'due',
    descending: true,
    modality: null,
    columns: { hidden: ['due'], order: [] },
  })
})
