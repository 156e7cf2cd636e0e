import type { Ballots, Options } from '../story'

/** Five modalities, thirteen whole options; the wording of the room's first picture. */
export const ardenwickOptions: Options = {
  'RT A': {
    by: 'radiationOncologist',
    plan: {
      ...{ modality: 'radiation', optionType: 'sbrt-postoperative', levels: ['T6', 'T7', 'T8'] },
      ...{ intents: ['local-control'], urgency: 'soon', sequence: '14–21 d after surgery' },
      parameters: { dose: { value: 24, unit: 'Gy' }, fractions: 2, technique: 'sbrt' },
    },
  },
  'RT B': {
    by: 'radiationOncologist',
    plan: {
      ...{ modality: 'radiation', optionType: 'cebrt-short', levels: ['T5', 'T6', 'T7', 'T8', 'T9'] },
      ...{ intents: ['neurology'], urgency: 'emergency', sequence: 'start within 24 h' },
      parameters: { dose: { value: 20, unit: 'Gy' }, fractions: 5 },
    },
  },
  'RT C': {
    by: 'radiationOncologist',
    plan: {
      ...{ modality: 'radiation', optionType: 'cebrt-single', levels: ['T7'] },
      ...{ intents: ['pain'], urgency: 'emergency', sequence: 'start within 24 h' },
      parameters: { dose: { value: 8, unit: 'Gy' }, fractions: 1 },
    },
  },
  'SU A': {
    by: 'surgeon',
    plan: {
      ...{ modality: 'surgery', optionType: 'separation', levels: ['T6', 'T7', 'T8'] },
      ...{ intents: ['neurology', 'stability'], urgency: 'emergency', sequence: 'within 24 h, after embolisation' },
      parameters: { levelsFixed: ['T5', 'T6', 'T7', 'T8', 'T9'], embolisation: 'yes' },
    },
  },
  'SU B': {
    by: 'surgeon',
    plan: {
      ...{ modality: 'surgery', optionType: 'percutaneous-stabilisation', levels: ['T5', 'T6', 'T7', 'T8', 'T9'] },
      ...{ intents: ['stability'], urgency: 'urgent' },
    },
  },
  'SU C': {
    by: 'oncologist',
    plan: {
      ...{ modality: 'surgery', optionType: 'surgery-none', parameters: { why: 'patient' } },
      reason: 'length of stay; brace and bed rest instead',
    },
  },
  'SY A': {
    by: 'oncologist',
    plan: {
      ...{ modality: 'systemic', optionType: 'hold-current', urgency: 'emergency', sequence: 'from today' },
      parameters: { agent: 'cabozantinib', restart: '14 d after surgery once healed' },
      reason: 'shorter hold accepted in an emergency',
    },
  },
  'SY B': {
    by: 'oncologist',
    plan: {
      ...{ modality: 'systemic', optionType: 'bone-agent', urgency: 'soon', sequence: 'after dental check' },
      parameters: { agent: 'denosumab', dose: { value: 120, unit: 'mg' }, interval: 'every 4 weeks' },
    },
  },
  'PM A': {
    by: 'palliative',
    plan: {
      ...{ modality: 'pain', optionType: 'opioid', urgency: 'emergency', sequence: 'today' },
      parameters: {
        ...{ step: 'rotation', drug: 'oxycodone, with pregabalin and steroid taper' },
        morphineEquivalent: { value: 60, unit: 'mg OME / 24 h' },
      },
    },
  },
  'PM B': {
    by: 'surgeon',
    plan: {
      ...{ modality: 'pain', optionType: 'vertebroplasty', levels: ['T8'], intents: ['pain'], urgency: 'urgent' },
      ...{ sequence: 'same session as the fixation', evidenceNote: 'Posterior wall intact on CT' },
    },
  },
  'SC A': {
    by: 'rehabilitation',
    plan: {
      ...{ modality: 'supportive', optionType: 'rehabilitation-admission', urgency: 'urgent' },
      ...{ sequence: 'from day 1 after surgery, with palliative team, VTE care and psychology' },
      parameters: { goal: 'walking at home without another person' },
    },
  },
  'SC B': {
    by: 'rehabilitation',
    plan: {
      ...{ modality: 'supportive', optionType: 'community-team', urgency: 'soon' },
      parameters: { place: 'early home with frame, stair rail and home visit' },
    },
  },
}

/** Four have cast; the oncologist and the palliative physician have not, so that a visitor can. */
export const ardenwickBallots: Ballots = {
  surgeon: {
    ...{ 'RT A': 'support', 'RT B': 'acceptable' },
    'RT C': { stance: 'oppose', reason: 'One fraction restores neither cord nor stability.' },
    ...{ 'SU A': 'support', 'SU B': 'acceptable' },
    'SU C': { stance: 'oppose', reason: 'T7 gives way further without fixation.' },
    ...{ 'SY A': 'support', 'SY B': 'acceptable', 'PM A': 'support' },
    'PM B': { stance: 'need-information', reason: 'INR and platelets of this week, before any needle.' },
    ...{ 'SC A': 'support', 'SC B': 'acceptable' },
  },
  radiationOncologist: {
    ...{ 'RT A': 'support', 'RT B': 'acceptable' },
    'RT C': { stance: 'oppose', reason: 'Kidney cancer answers poorly to one fraction of 8 Gy here.' },
    ...{ 'SU A': 'support' },
    'SU B': { stance: 'oppose', reason: 'It leaves the cord compressed, and SBRT without its margin.' },
    'SU C': { stance: 'oppose', reason: 'Radiation does not restore stability.' },
    ...{ 'SY A': 'support', 'SY B': 'abstain', 'PM A': 'support', 'PM B': 'abstain' },
    ...{ 'SC A': 'support', 'SC B': 'acceptable' },
  },
  radiologist: {
    ...{ 'RT A': 'support', 'RT B': 'acceptable', 'RT C': 'abstain' },
    ...{ 'SU A': 'acceptable', 'SU B': 'acceptable', 'SU C': 'abstain' },
    ...{ 'SY A': 'abstain', 'SY B': 'abstain', 'PM A': 'abstain', 'PM B': 'acceptable' },
    ...{ 'SC A': 'support', 'SC B': 'acceptable' },
  },
  rehabilitation: {
    ...{ 'RT A': 'acceptable', 'RT B': 'acceptable', 'RT C': 'abstain' },
    ...{ 'SU A': 'support', 'SU B': 'acceptable', 'SU C': 'acceptable' },
    ...{ 'SY A': 'abstain', 'SY B': 'abstain', 'PM A': 'support', 'PM B': 'acceptable' },
    ...{ 'SC A': 'support' },
    'SC B': { stance: 'oppose', reason: 'The stairs at home are not safe with power 3 in the left leg.' },
  },
}
