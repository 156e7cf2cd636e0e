import { labTests, labUnits } from '@/lib/clinical/laboratory'
import { choice, day, levels, quantity, text, yesNo } from '../field'
import { section } from './section'

/** Tissue: where it was taken, how, whether it sufficed, and what it showed. */
export const biopsy = section({
  title: 'Biopsy and pathology',
  repeats: 'list',
  dayField: 'takenOn',
  entries: {
    one: 'Biopsy',
    add: 'Add a biopsy',
    empty: 'No biopsy recorded.',
    next: 'Add each biopsy, also one of the primary tumour or one that did not suffice.',
    title: ['site', 'takenOn'],
  },
  fields: {
    takenOn: day('Taken on', { future: 'allowed' }),
    site: text('Site', { hint: 'For example L2 body, or lung.' }),
    levels: levels('Level of the spine'),
    kind: choice('Kind of biopsy', {
      core: 'Core needle',
      fine: 'Fine needle',
      open: 'Open',
      surgery: 'During an operation',
      marrow: 'Bone marrow',
    }),
    result: choice('Result', { pending: 'Pending', reported: 'Reported', insufficient: 'Reported, not sufficient' }),
    sufficient: yesNo('Sufficient for markers'),
    histology: text('Histology of this biopsy', { hint: 'As the pathologist reports it.' }),
    markers: text('Markers', { hint: 'Receptors, mutations, PD-L1.' }),
    laboratory: text('Laboratory'),
    reportedOn: day('Reported on'),
  },
  groups: [{ title: 'Markers, laboratory and report', fields: ['markers', 'laboratory', 'reportedOn'], folded: true }],
})

const testOptions = Object.fromEntries(Object.entries(labTests).map(([id, { label }]) => [id, label]))

/** Laboratory values, a row each: the unit is part of the value and never assumed (REFERENCE 0.3). */
export const labs = section({
  title: 'Laboratory values',
  repeats: 'list',
  freshDays: 14,
  dayField: 'takenOn',
  entries: {
    one: 'Value',
    add: 'Add a value',
    empty: 'No laboratory value recorded.',
    next: 'Add a value with its unit, for example CRP 12 mg/L, or below 5 mg/L where it cannot be measured.',
    title: ['test', 'value', 'takenOn'],
  },
  fields: {
    test: choice('Test', testOptions),
    value: quantity('Result with unit', labUnits, 10_000_000, { belongsTo: 'test', mayBeBeyond: true }),
    takenOn: day('Blood taken on'),
    reference: text('Reference range', { hint: 'As printed.', belongsTo: 'test' }),
    corrected: yesNo('Corrected for albumin', { askedWhen: { field: 'test', is: ['calcium'] }, belongsTo: 'test' }),
    /** What a person said is right, in words: it counts for that very result, and for no correction of it. */
    unitChecked: text('Unit checked', { askedElsewhere: true, belongsTo: 'test' }),
  },
})
