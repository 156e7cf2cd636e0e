import { report14 } from '../published/case-14'
import { storyOf } from '../tell-report'
import { person, woman } from './person'

/** Taken for the breast cancer of years ago until the biopsy spoke: myeloma at L2, roots of both legs failing. After published case 14. */
export const sunderwick = storyOf({
  report: report14,
  patient: person('Sunderwick', 'Leila', woman, '1969-02-11', '4478 9036'),
  ...{ openedOn: '2026-11-22', handedInOn: '2026-11-23', by: 'oncologist' },
  question: 'L2 turned out to be myeloma, both legs are weak: fixation now, or radiation and systemic therapy first?',
  more: {
    tumour: { primary: 'myeloma', histology: 'IgG myeloma, biopsy of L2; breast cancer of 2006 treated' },
    neurology: { powerRightLeg: 3, powerLeftLeg: 4, saddle: 'normal', bladder: 'normal', walking: 'with-aid' },
    fitness: { ecog: '2', kps: 60 },
    biopsy: [
      {
        ...{ takenOn: '2026-11-20', site: 'L2 body', levels: ['L2'], kind: 'core', result: 'reported' },
        ...{ sufficient: 'yes', histology: 'Plasma cells, CD138 positive', reportedOn: '2026-11-22' },
      },
    ],
    labs: [
      { test: 'calcium', value: '2.71 mmol/L', takenOn: '2026-11-22', corrected: 'yes' },
      { test: 'albumin', value: '31 g/L', takenOn: '2026-11-22' },
      { test: 'crp', value: '9 mg/L', takenOn: '2026-11-22' },
      { test: 'clearance', value: '48 mL/min', takenOn: '2026-11-22' },
      { test: 'bilirubin', value: '11 micromol/L', takenOn: '2026-11-22' },
    ],
    medicines: [
      {
        ...{ drug: 'Dexamethasone', purpose: 'steroid', dose: '16 mg', route: 'oral', timesADay: 1 },
        ...{ since: '2026-11-22', taper: 'With haematology, stop date with the first cycle.' },
      },
      { drug: 'Morphine', purpose: 'pain', dose: '10 mg', route: 'oral', timesADay: 4, since: '2026-11-19' },
    ],
  },
})
