import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose } from '../item'

/**
 * Modified Bauer score 2008: one point for each favourable item. The two items about the primary overlap by design, so they are
 * one question here, worth 0, 1 or 2. Leithner 2008, Eur Spine J 17:1488 (REFERENCE 5.4).
 */
export const bauerModified = defineInstrument({
  id: 'bauer-modified',
  version: 1,
  form: 'sum',
  title: 'Modified Bauer',
  asks: 'How long may the patient live, by four yes-or-no items?',
  source: 'Leithner A et al. Eur Spine J 2008;17:1488–1495; Bauer HCF, Wedin R. Acta Orthop Scand 1995;66:143–146',
  status: 'V2+',
  direction: 'higher-better',
  items: {
    visceral: choose('Visceral metastases', { none: [1, 'None'], present: [0, 'Present'] }),
    primary: choose(
      'Primary tumour',
      {
        favourable: [2, 'Breast, kidney, lymphoma or myeloma: not lung (1) and in this list (1)'],
        other: [1, 'Another primary that is not lung (1)'],
        lung: [0, 'Lung'],
      },
      { help: 'Unknown primary: choose “another” only when lung has been ruled out.' },
    ),
    skeletal: choose(
      'Skeletal metastases',
      { solitary: [1, 'One only'], multiple: [0, 'More than one, or diffuse disease'] },
      { help: 'Diffuse myeloma or lymphoma counts as more than one.' },
    ),
  },
  bands: {
    'under-6-months': {
      range: [0, 1],
      label: 'Under 6 months',
      meaning: 'Paper: supportive care, no surgery. Survival class under 6 months.',
    },
    'over-6-months': {
      range: [2, 2],
      label: 'Over 6 months',
      meaning: 'Paper: short-term palliation, posterior surgery. Survival class over 6 months.',
    },
    'over-12-months': {
      range: [3, 4],
      label: 'Over 12 months',
      meaning: 'Paper: middle-term local control, anterior and posterior surgery. Survival class over 12 months.',
    },
  },
  caveats: [cohortCaveat, { id: 'cohort_69', text: 'The 2008 comparison rests on 69 operated patients.' }],
  examples: [
    {
      name: 'Breast, one bone, no visceral metastases',
      answers: { visceral: 'none', primary: 'favourable', skeletal: 'solitary' },
      gives: { total: 4, band: 'over-12-months' },
    },
    {
      name: 'Lung with visceral metastases',
      answers: { visceral: 'present', primary: 'lung', skeletal: 'multiple' },
      gives: { total: 0, band: 'under-6-months' },
    },
    {
      name: 'Colon',
      answers: { visceral: 'none', primary: 'other', skeletal: 'multiple' },
      gives: { total: 2, band: 'over-6-months' },
    },
    {
      name: 'Kidney with visceral metastases',
      answers: { visceral: 'present', primary: 'favourable', skeletal: 'multiple' },
      gives: { total: 2, band: 'over-6-months' },
    },
    {
      name: 'Lung, one bone',
      answers: { visceral: 'none', primary: 'lung', skeletal: 'solitary' },
      gives: { total: 2, band: 'over-6-months' },
    },
    {
      name: 'Myeloma, several bones',
      answers: { visceral: 'none', primary: 'favourable', skeletal: 'multiple' },
      gives: { total: 3, band: 'over-12-months' },
    },
    {
      name: 'Prostate with visceral metastases',
      answers: { visceral: 'present', primary: 'other', skeletal: 'multiple' },
      gives: { total: 1, band: 'under-6-months' },
    },
    {
      name: 'Unknown primary, lung not ruled out',
      answers: { visceral: 'none', primary: { oneOf: ['lung', 'other'] }, skeletal: 'multiple' },
      gives: { between: [1, 2], missing: ['primary'] },
    },
  ],
})
