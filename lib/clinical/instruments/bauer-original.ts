import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose } from '../item'
import { bauerModified } from './bauer-modified'

const { visceral, primary, skeletal } = bauerModified.items

/** Original Bauer score 1995: the items of the modified one, and no pathological fracture. Acta Orthop Scand 66:143 (REFERENCE 5.4). */
export const bauerOriginal = defineInstrument({
  id: 'bauer-original',
  version: 1,
  form: 'sum',
  title: 'Bauer, original',
  asks: 'How long may the patient live, by the five yes-or-no items of 1995?',
  source: 'Bauer HCF, Wedin R. Acta Orthop Scand 1995;66:143–146',
  status: 'V2+',
  direction: 'higher-better',
  items: {
    visceral,
    primary,
    skeletal,
    fracture: choose('Pathological fracture', { none: [1, 'None'], present: [0, 'Present'] }),
  },
  bands: {
    'under-6-months': {
      range: [0, 1],
      label: 'Under 6 months',
      meaning: 'Paper: supportive care, no surgery. Survival class under 6 months.',
    },
    'over-6-months': {
      range: [2, 3],
      label: 'Over 6 months',
      meaning: 'Paper: short-term palliation, posterior surgery. Survival class over 6 months.',
    },
    'over-12-months': {
      range: [4, 5],
      label: 'Over 12 months',
      meaning: 'Paper: middle-term local control, anterior and posterior surgery. Survival class over 12 months.',
    },
  },
  caveats: [cohortCaveat],
  examples: [
    {
      name: 'Breast, one bone, no fracture',
      answers: { visceral: 'none', primary: 'favourable', skeletal: 'solitary', fracture: 'none' },
      gives: { total: 5, band: 'over-12-months' },
    },
    {
      name: 'Breast, one bone, fractured: bottom of over 12 months',
      answers: { visceral: 'none', primary: 'favourable', skeletal: 'solitary', fracture: 'present' },
      gives: { total: 4, band: 'over-12-months' },
    },
    {
      name: 'Breast, several bones, fractured: top of over 6 months',
      answers: { visceral: 'none', primary: 'favourable', skeletal: 'multiple', fracture: 'present' },
      gives: { total: 3, band: 'over-6-months' },
    },
    {
      name: 'Prostate with visceral metastases: bottom of over 6 months',
      answers: { visceral: 'present', primary: 'other', skeletal: 'multiple', fracture: 'none' },
      gives: { total: 2, band: 'over-6-months' },
    },
    {
      name: 'Prostate with visceral metastases, fractured: top of under 6 months',
      answers: { visceral: 'present', primary: 'other', skeletal: 'multiple', fracture: 'present' },
      gives: { total: 1, band: 'under-6-months' },
    },
    {
      name: 'Lung, nothing favourable',
      answers: { visceral: 'present', primary: 'lung', skeletal: 'multiple', fracture: 'present' },
      gives: { total: 0, band: 'under-6-months' },
    },
    {
      name: 'Fracture not looked for',
      answers: { visceral: 'none', primary: 'favourable', skeletal: 'multiple' },
      gives: { between: [3, 4], missing: ['fracture'] },
    },
  ],
})
