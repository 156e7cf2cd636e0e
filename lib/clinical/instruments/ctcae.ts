import { defineInstrument } from '../instrument'
import { ranked } from '../item'

/** General scale of CTCAE version 5.0, National Cancer Institute 2017 (REFERENCE 12.6). A grade is stored, never derived. */
export const ctcae = defineInstrument({
  id: 'ctcae',
  version: 1,
  form: 'grade',
  title: 'CTCAE 5.0, general scale',
  asks: 'How severe is the adverse event?',
  source: 'National Cancer Institute, CTCAE v5.0, 27-Nov-2017',
  status: 'V1',
  direction: 'higher-worse',
  measures: 'result',
  items: {
    grade: ranked('Grade', [
      ['1', 'Mild or no symptoms; observation only, no intervention'],
      [
        '2',
        'Moderate; minimal, local or non-invasive intervention; limits instrumental activities of daily life as fits the age',
      ],
      [
        '3',
        'Severe, not immediately life-threatening; hospital stay begins or lasts longer; disabling; limits self-care',
      ],
      ['4', 'Life-threatening; urgent intervention'],
      ['5', 'Death related to the event'],
    ]),
  },
  caveats: [
    {
      id: 'ctcae_version',
      text: 'Store the term, the grade, the date and the version: version 3 put “disabling” into grade 4. Not every term has every grade.',
    },
  ],
  examples: [
    { name: 'Mild dermatitis, no treatment', answers: { grade: '1' }, gives: { grade: '1' } },
    { name: 'Urgent intensive care', answers: { grade: '4' }, gives: { grade: '4' } },
    { name: 'Not graded', answers: {}, gives: { missing: ['grade'] } },
  ],
})
