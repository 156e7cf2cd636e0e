import type { Stage } from '../demo-board'
import { report21 } from '../published/case-21'
import { tellReport } from '../tell-report'
import { man, person } from './person'

/** Sudden incomplete paraplegia from two levels, no cancer known: a draft of today. After published case 21. */
export const tellDunmallard = (stage: Stage): Promise<string> =>
  tellReport(stage, {
    report: report21,
    patient: person('Dunmallard', 'Rui', man, '1983-03-08', '4473 2291'),
    ...{ openedOn: '2026-11-24', by: 'presenter' },
    question:
      'Sudden incomplete paraplegia from two separate levels without a known cancer: decompress both, and with a biopsy?',
  })
