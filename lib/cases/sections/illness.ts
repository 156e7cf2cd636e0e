import { choice, several } from '../field'

/** The last answer of each list. Only it, or “None of these”, makes what is not ticked absent; until then it is not known. */
const rest = { rest: 'Nothing else of this list' } as const
const none = { none: 'None of these' } as const

/** Whether somebody went through a whole list, so that what is not ticked is absent. */
export const isWholeList = (ticked: readonly string[]): boolean => ticked.includes('none') || ticked.includes('rest')

/** Of a severer class of the same illness the milder is not counted, too, when the index is read (REFERENCE 12.4). */
export const charlsonOptions = {
  ...none,
  infarction: 'Myocardial infarction',
  'heart-failure': 'Congestive heart failure',
  'peripheral-vascular': 'Peripheral vascular disease',
  cerebrovascular: 'Cerebrovascular disease',
  dementia: 'Dementia',
  'lung-disease': 'COPD',
  'connective-tissue': 'Connective tissue disease',
  ulcer: 'Peptic ulcer',
  'liver-mild': 'Mild liver disease',
  'liver-severe': 'Moderate or severe liver disease',
  diabetes: 'Diabetes without organ damage',
  'diabetes-organ': 'Diabetes with organ damage',
  hemiplegia: 'Hemiplegia, not from this compression',
  renal: 'Moderate or severe renal disease',
  tumour: 'Another tumour within 5 years',
  leukaemia: 'Leukaemia',
  lymphoma: 'Lymphoma',
  hiv: 'HIV without AIDS (no points)',
  aids: 'AIDS',
  ...rest,
} as const

/** The deficits of both modified frailty indices (REFERENCE 12.1 and 12.2) that the list of Charlson does not hold. */
export const frailtyOptions = {
  ...none,
  dependent: 'Partly or wholly dependent',
  hypertension: 'Hypertension that needs medication',
  'hypertension-untreated': 'Hypertension without medication',
  pneumonia: 'COPD or pneumonia',
  coronary: 'Coronary intervention or angina',
  sensorium: 'Impaired sensorium',
  attack: 'TIA or stroke',
  'stroke-deficit': 'Stroke with deficit',
  ...rest,
} as const

/** The items of the Metastatic Spinal Tumor Frailty Index (REFERENCE 12.3) that neither list holds in its sense. */
export const surgicalFrailtyOptions = {
  ...none,
  anaemia: 'Anaemia',
  'chronic-lung': 'Chronic lung disease',
  coagulopathy: 'Coagulopathy',
  electrolytes: 'Electrolyte abnormality',
  'pulmonary-circulation': 'Pulmonary circulation disorder',
  'renal-failure': 'Renal failure',
  malnutrition: 'Malnutrition',
  ...rest,
} as const

const hint = 'All that apply. What is not ticked stays unknown until you tick “Nothing else of this list”.'

/** Illness as named items, for Charlson and frailty; what both lists hold is asked in the first. */
export const illnessFields = {
  charlson: several('Illness, by Charlson', charlsonOptions, { alone: 'none', hint }),
  frailty: several('Further frailty items', frailtyOptions, { alone: 'none', hint }),
  surgicalFrailty: several('Further items for an operation', surgicalFrailtyOptions, { alone: 'none', hint }),
  admission: choice(
    'Admission',
    { planned: 'Planned, or not admitted', urgent: 'Emergency or urgent' },
    { hint: 'Counts in the frailty index for operations.' },
  ),
}
