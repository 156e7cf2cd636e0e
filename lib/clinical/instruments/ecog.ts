import { defineInstrument } from '../instrument'
import { count } from '../item'

/** ECOG performance status. Oken 1982 (REFERENCE 4.1). */
export const ecog = defineInstrument({
  id: 'ecog',
  version: 1,
  form: 'grade',
  title: 'ECOG performance status',
  asks: 'How active is the patient?',
  source: 'Oken MM et al. 1982',
  status: 'V2',
  direction: 'higher-worse',
  items: {
    ecog: count('ECOG', {}, [
      ['0', 0, 0, null, 'Fully active'],
      ['1', 1, 1, null, 'Restricted in strenuous activity; walks, does light work'],
      ['2', 2, 2, null, 'Walks, looks after self, no work; up more than half of waking hours'],
      ['3', 3, 3, null, 'Limited self-care; in bed or chair more than half of waking hours'],
      ['4', 4, 4, null, 'Fully disabled'],
      ['5', 5, 5, null, 'Dead'],
    ]),
  },
  examples: [
    { name: 'Fully active', answers: { ecog: 0 }, gives: { grade: '0' } },
    { name: 'Fully disabled', answers: { ecog: 4 }, gives: { grade: '4' } },
    { name: 'Not stated', answers: {}, gives: { missing: ['ecog'] } },
  ],
})
