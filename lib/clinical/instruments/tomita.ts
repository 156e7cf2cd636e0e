import { cohortCaveat } from '../cohort-caveat'
import { defineInstrument } from '../instrument'
import { choose } from '../item'

/** Tomita score 2001. Spine 26:298 (REFERENCE 5.2). */
export const tomita = defineInstrument({
  id: 'tomita',
  version: 1,
  form: 'sum',
  title: 'Tomita',
  asks: 'What is the aim of surgery, by growth and spread?',
  source: 'Tomita K et al. Spine 2001;26(3):298–306',
  status: 'V2+',
  direction: 'higher-worse',
  items: {
    growth: choose(
      'Growth of the primary tumour',
      {
        slow: [1, 'Slow: breast, thyroid, prostate'],
        moderate: [2, 'Moderate: kidney, uterus'],
        rapid: [4, 'Rapid: lung, liver, stomach, colon, unknown primary'],
      },
      { help: 'For a primary that is not named, a clinician chooses the class.' },
    ),
    visceral: choose('Visceral metastases', {
      none: [0, 'None'],
      treatable: [2, 'Treatable'],
      untreatable: [4, 'Untreatable'],
    }),
    bone: choose(
      'Bone metastases',
      { solitary: [1, 'One'], multiple: [2, 'More than one'] },
      { help: 'Counts the whole skeleton, spine included.' },
    ),
  },
  bands: {
    'long-term': {
      range: [2, 3],
      label: 'Long-term local control',
      meaning: 'Paper: wide or marginal excision. Mean survival of its cohort 50 months.',
    },
    'middle-term': {
      range: [4, 5],
      label: 'Middle-term control',
      meaning: 'Paper: marginal or intralesional excision. Mean survival of its cohort 23.5 months.',
    },
    'short-term': {
      range: [6, 7],
      label: 'Short-term palliation',
      meaning: 'Paper: palliative surgery. Mean survival of its cohort 15 months.',
    },
    'terminal-care': {
      range: [8, 10],
      label: 'Terminal care',
      meaning: 'Paper: supportive care, no surgery. Mean survival of its cohort 6 months.',
    },
  },
  caveats: [
    cohortCaveat,
    { id: 'rapid_is_4', text: 'Two reviews print 3 points for rapid growth; the range 2–10 needs 4.' },
  ],
  examples: [
    {
      name: 'Best total',
      answers: { growth: 'slow', visceral: 'none', bone: 'solitary' },
      gives: { total: 2, band: 'long-term' },
    },
    {
      name: 'Top of long-term',
      answers: { growth: 'slow', visceral: 'none', bone: 'multiple' },
      gives: { total: 3, band: 'long-term' },
    },
    {
      name: 'Bottom of middle-term',
      answers: { growth: 'slow', visceral: 'treatable', bone: 'solitary' },
      gives: { total: 4, band: 'middle-term' },
    },
    {
      name: 'Top of middle-term',
      answers: { growth: 'slow', visceral: 'treatable', bone: 'multiple' },
      gives: { total: 5, band: 'middle-term' },
    },
    {
      name: 'Moderate growth: bottom of short-term',
      answers: { growth: 'moderate', visceral: 'treatable', bone: 'multiple' },
      gives: { total: 6, band: 'short-term' },
    },
    {
      name: 'Rapid growth without visceral metastases',
      answers: { growth: 'rapid', visceral: 'none', bone: 'multiple' },
      gives: { total: 6, band: 'short-term' },
    },
    {
      name: 'Top of short-term',
      answers: { growth: 'rapid', visceral: 'treatable', bone: 'solitary' },
      gives: { total: 7, band: 'short-term' },
    },
    {
      name: 'Bottom of terminal care',
      answers: { growth: 'rapid', visceral: 'treatable', bone: 'multiple' },
      gives: { total: 8, band: 'terminal-care' },
    },
    {
      name: 'Rapid, untreatable, one bone',
      answers: { growth: 'rapid', visceral: 'untreatable', bone: 'solitary' },
      gives: { total: 9, band: 'terminal-care' },
    },
    {
      name: 'Worst total',
      answers: { growth: 'rapid', visceral: 'untreatable', bone: 'multiple' },
      gives: { total: 10, band: 'terminal-care' },
    },
    {
      name: 'Growth class not chosen',
      answers: { visceral: 'none', bone: 'multiple' },
      gives: { between: [3, 6], missing: ['growth'] },
    },
  ],
})
