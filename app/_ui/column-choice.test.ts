import { describe, expect, it } from 'vitest'
import { type ColumnChoice, inOrder, movedColumn, readColumnChoice, writeColumnChoice } from './column-choice'

const known = ['state', 'patient', 'task', 'due']
const usual: ColumnChoice = { hidden: [], order: [] }
const read = (query: string) => readColumnChoice(new URLSearchParams(query), known, 'patient')

describe('columns of a table', () => {
  it('L5 stand in the address with their order, and come back from it', () => {
    const moved = movedColumn(known, { hidden: ['task'], order: [] }, 'due', -1)
    const params = new URLSearchParams('view=late')
    writeColumnChoice(params, moved)
    expect(params.toString()).toBe('view=late&hide=task&order=state%2Cpatient%2Cdue')
    expect(read(params.toString())).toEqual(moved)
    expect(inOrder(known, read(params.toString()))).toEqual(['state', 'patient', 'due', 'task'])
  })

  it('L5 leave the address plain again when they stand as usual', () => {
    const back = movedColumn(known, movedColumn(known, usual, 'patient', -1), 'patient', 1)
    expect(back).toEqual(usual)
    const params = new URLSearchParams('hide=task&order=due,state')
    writeColumnChoice(params, back)
    expect(params.toString()).toBe('')
  })

  it('stay where they are at either end', () => {
    expect(movedColumn(known, usual, 'state', -1)).toEqual(usual)
    expect(movedColumn(known, usual, 'due', 1)).toEqual(usual)
  })

  it('that nobody knows are left out, twice named ones stand once, and the one that names the row stays', () => {
    expect(read('hide=patient,colour,due,due&order=due,__proto__,due,state')).toEqual({
      hidden: ['due'],
      order: ['due', 'state'],
    })
  })

  it('that a shared address does not name follow in their usual order', () => {
    expect(inOrder(known, read('order=due'))).toEqual(['due', 'state', 'patient', 'task'])
  })
})
