import { report14 } from '../published/case-14'
import { storyOf } from '../tell-report'
import { person, woman } from './person'

/** Cauda equina in 48 hours at L2, no tissue: waits in the running meeting, its clock runs. After published case 14. */
export const sorrelby = storyOf({
  report: report14,
  patient: person('Sorrelby', 'Amina', woman, '1969-07-17', '4473 2206'),
  ...{ openedOn: '2026-11-24', handedInOn: '2026-11-24', by: 'oncologist' },
})
