import { report20 } from '../published/case-20'
import { storyOf } from '../tell-report'
import { person, woman } from './person'

/** Melanoma at T3, aged 80; her name is nearly that of another patient of the board. After published case 20. */
export const halvergate = storyOf({
  report: report20,
  patient: person('Halvergate', 'Noora', woman, '1946-09-19', '4462 7703'),
  ...{ openedOn: '2026-11-20', handedInOn: '2026-11-23', by: 'presenter' },
})
