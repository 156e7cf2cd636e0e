import { defineInstrument } from '../instrument'
import { ranked } from '../item'

/** The source's ranges touch at 25 and 40 %; both go to grade 2 (product rule). */
function gradeOf(percent: number) {
  if (percent < 20) return '0' as const
  if (percent < 25) return '1' as const
  return percent <= 40 ? ('2' as const) : ('3' as const)
}

/** Genant grade of a vertebral fracture, by loss of height (REFERENCE 10.2). */
export const genant = defineInstrument({
  id: 'genant',
  version: 1,
  form: 'grade',
  title: 'Genant grade',
  asks: 'How much height has the vertebra lost?',
  source: 'Genant grade, as reproduced in qims.amegroups 24006',
  status: 'V2',
  direction: 'higher-worse',
  readAt: 'vertebra',
  items: {
    height: ranked(
      'Loss of height',
      [
        ['0', 'Under 20 %'],
        ['1', '20 % to under 25 %'],
        ['2', '25–40 %'],
        ['3', 'Over 40 %'],
      ],
      {
        help: 'Anterior, middle or posterior height, whichever lost most.',
        measured: { unit: '%', min: 0, max: 100, read: (percent) => ({ ids: [gradeOf(percent)] }) },
      },
    ),
  },
  caveats: [
    {
      id: 'osteoporosis',
      text: 'Made for osteoporosis: a description only. SINS splits at 50 % and is never derived from it.',
    },
    { id: 'touching_ranges', text: 'The ranges of the source touch; 25 % and 40 % count as grade 2.' },
  ],
  examples: [
    { name: '18 %', answers: { height: { measured: 18, unit: '%' } }, gives: { grade: '0' } },
    { name: '19.9 %', answers: { height: { measured: 19.9, unit: '%' } }, gives: { grade: '0' } },
    { name: '20 %', answers: { height: { measured: 20, unit: '%' } }, gives: { grade: '1' } },
    { name: '24.9 %', answers: { height: { measured: 24.9, unit: '%' } }, gives: { grade: '1' } },
    { name: '25 %', answers: { height: { measured: 25, unit: '%' } }, gives: { grade: '2' } },
    { name: '40 %', answers: { height: { measured: 40, unit: '%' } }, gives: { grade: '2' } },
    { name: '41 %', answers: { height: { measured: 41, unit: '%' } }, gives: { grade: '3' } },
    { name: 'Not measured', answers: {}, gives: { missing: ['height'] } },
  ],
})
