import { describe, expect, it } from 'vitest'
import { checkMriProtocol, type MriRecord } from './mri-protocol'
import type { Vertebra } from './spine'

const states = (record: MriRecord, abnormal: readonly Vertebra[] = []) =>
  checkMriProtocol(record, abnormal).map(({ id, state }) => `${id} ${state}`)
const whole = { regions: ['whole'], sequences: ['sagittal-t1', 'sagittal-t2', 'axial-t2'] }

describe('the MRI protocol of PW-IMG-03', () => {
  it('is complete with whole spine, sagittal T1 or STIR, sagittal T2 and axial slices through every abnormal level', () => {
    expect(states({ ...whole, axialLevels: ['T7', 'T8'] }, ['T7', 'T8'])).toEqual([
      'whole-spine there',
      'sagittal-t1-or-stir there',
      'sagittal-t2 there',
      'axial there',
    ])
    expect(states({ ...whole, sequences: ['sagittal-stir'] })[1]).toBe('sagittal-t1-or-stir there')
  })

  it('says of what nobody recorded neither that it is there nor that it is missing', () => {
    expect(states({}, ['T7'])).toEqual([
      'whole-spine not-recorded',
      'sagittal-t1-or-stir not-recorded',
      'sagittal-t2 not-recorded',
      'axial not-recorded',
    ])
  })

  it('takes all four regions for the whole spine, and no fewer', () => {
    expect(states({ regions: ['cervical', 'thoracic', 'lumbar', 'sacral'] })[0]).toBe('whole-spine there')
    expect(states({ regions: ['thoracic', 'lumbar'] })[0]).toBe('whole-spine missing')
    expect(states({ regions: ['body'] })[0]).toBe('whole-spine missing')
  })

  it('names the abnormal levels that no axial slice goes through', () => {
    const [, , , axial] = checkMriProtocol({ ...whole, axialLevels: ['T7'] }, ['T8', 'T7', 'L2'])
    expect(axial).toEqual({ id: 'axial', what: 'Axial slices through T8, L2', state: 'missing' })
    expect(checkMriProtocol(whole, ['T7'])[3]).toMatchObject({ what: 'Axial slices through T7', state: 'not-recorded' })
    expect(checkMriProtocol({ sequences: ['sagittal-t2'] }, ['T7'])[3]).toMatchObject({ state: 'missing' })
  })

  it('is satisfied with axial slices of either weighting', () => {
    expect(states({ ...whole, sequences: ['axial-t1'] })[3]).toBe('axial there')
  })

  it('names the levels that its axial slices go through', () => {
    expect(checkMriProtocol({ ...whole, axialLevels: ['T7', 'T8'] }, ['T8', 'T7'])[3]).toEqual({
      id: 'axial',
      what: 'Axial slices through T7–T8',
      state: 'there',
    })
  })

  it('asks for axial slices through no level where nothing is abnormal', () => {
    expect(checkMriProtocol({}, [])[3]).toEqual({ id: 'axial', what: 'Axial slices', state: 'not-recorded' })
    expect(checkMriProtocol({ axialLevels: ['T7'] }, [])[3]).toMatchObject({ what: 'Axial slices', state: 'there' })
  })

  it('has its axial slices where their levels were recorded and nothing is abnormal', () => {
    expect(states({ ...whole, axialLevels: ['T7'] })[3]).toBe('axial there')
  })
})
