import { mapPrimary, modifiersOf, type PrimaryId, primaries, primaryLabel } from '@/lib/clinical/primary-tumour'
import { amount, choice, day, note, presentAbsent, several, text, yesNo } from '../field'
import { section } from './section'

const primaryOptions = Object.fromEntries(primaries.map((id) => [id, primaryLabel(id)]))

/** Asked only for the primaries that need the answer. */
const forPrimaries = (needs: (id: PrimaryId) => boolean) => ({ field: 'primary', is: primaries.filter(needs) })

export const tumour = section({
  title: 'Tumour and disease',
  repeats: 'one',
  fields: {
    primary: choice('Primary tumour', primaryOptions, { neededFor: 'radiosensitivity and every survival score' }),
    hormoneDependent: yesNo('Hormone-dependent', {
      hint: 'Breast or prostate: still responding to endocrine treatment.',
      askedWhen: forPrimaries((id) => modifiersOf(id).includes('hormoneDependent')),
    }),
    targetedDrug: yesNo('Targeted drug active', {
      hint: 'Lung: receiving or planned for an effective targeted drug.',
      askedWhen: forPrimaries((id) => modifiersOf(id).includes('targetedDrugActive')),
    }),
    tomitaGrowth: choice(
      'Growth class, if the score does not name the tumour',
      { slow: 'Slow', moderate: 'Moderate', rapid: 'Rapid' },
      {
        hint: 'Tomita; a clinician chooses.',
        askedWhen: forPrimaries((id) => mapPrimary({ id }).tomita.how === 'must-choose'),
      },
    ),
    radiosensitivity: choice(
      'Radiosensitivity, if NOMS does not name the tumour',
      { 'very-sensitive': 'Very sensitive', sensitive: 'Sensitive', resistant: 'Resistant' },
      {
        hint: 'A clinician chooses. An unknown primary needs tissue first.',
        askedWhen: forPrimaries((id) => mapPrimary({ id }).radiosensitivity.noms.how === 'must-choose'),
      },
    ),
    histology: text('Histology and markers', { hint: 'As the pathologist reports it.' }),
    tissueProven: yesNo('Metastasis proven by tissue'),
    diagnosedOn: day('Primary diagnosed on'),
    visceral: choice(
      'Metastases in major organs',
      { none: 'None', removable: 'Removable', unremovable: 'Not removable' },
      { hint: 'Lung, liver, kidney, brain and other organs.', neededFor: 'every survival score' },
    ),
    visceralSites: text('Which organs', { askedWhen: { field: 'visceral', is: ['removable', 'unremovable'] } }),
    brain: yesNo('Brain metastases'),
    extraspinalBone: amount('Bone metastases outside the spine', null, [0, 99], {
      step: 1,
      hint: 'Number of foci; the spine does not count.',
      neededFor: 'Tokuhashi, Tomita and Bauer scores',
    }),
    vertebralCount: amount('Vertebrae with metastasis', null, [1, 30], {
      step: 1,
      hint: 'Only when the whole spine was imaged; otherwise leave it open.',
      neededFor: 'Tokuhashi, Tomita and Bauer scores',
    }),
    systemicTherapy: note('Systemic therapy so far and now', { hint: 'Drug, line, dates, response, last dose.' }),
    effectiveOption: yesNo('Effective systemic option left', { neededFor: 'systemic options and prognosis' }),
  },
  groups: [
    { title: 'Metastases', fields: ['visceral', 'visceralSites', 'brain', 'extraspinalBone', 'vertebralCount'] },
    { title: 'Systemic therapy', fields: ['systemicTherapy', 'effectiveOption'] },
  ],
})

/** List N and the pain features of PATHWAY 0.5: present, absent, not assessed are three answers. */
export const symptoms = section({
  title: 'Symptoms and clocks',
  repeats: 'one',
  freshDays: 7,
  fields: {
    backPain: presentAbsent('Back pain', { neededFor: 'suspicion and stability' }),
    painOnset: day('Pain since', { askedWhen: { field: 'backPain', is: ['present'] } }),
    worstPain: amount('Worst pain in the last 24 h', '/ 10', [0, 10], { step: 1, neededFor: 'pain management' }),
    painPattern: choice('Pain pattern', {
      mechanical: 'Mechanical: worse upright or moving',
      unremitting: 'Severe and unremitting',
      night: 'At night, disturbs sleep',
      straining: 'Worse on straining',
      other: 'Other',
    }),
    radicularPain: presentAbsent('Radicular pain'),
    weakness: presentAbsent('Limb weakness', { neededFor: 'urgency' }),
    gait: presentAbsent('Difficulty walking', { neededFor: 'urgency' }),
    sensoryLoss: presentAbsent('Numbness or sensory loss'),
    sphincter: presentAbsent('Bladder or bowel change', { neededFor: 'urgency' }),
    neuroOnset: day('First neurological symptom on', { hint: 'As told by the patient; month or year alone is fine.' }),
    deficitSpeed: choice('Deficit developed over', {
      'under-48h': 'Under 48 hours',
      '2-7d': '2 to 7 days',
      '8-14d': '8 to 14 days',
      'over-14d': 'Over 14 days',
    }),
    lastWalked: day('Last able to walk on'),
    story: note('In words'),
  },
})

export const notes = section({
  title: 'Notes',
  repeats: 'one',
  fields: { free: note('Free notes', { hint: 'Also values another source states differently.' }) },
})

const ifRadiation = { field: 'kind', is: ['radiation'] }

/** Radiation, surgery and cement before this question, at whatever level. */
export const treatments = section({
  title: 'Earlier treatment of the spine',
  repeats: 'list',
  entries: {
    one: 'Treatment',
    add: 'Add a treatment',
    empty: 'No earlier treatment of the spine recorded.',
    next: 'Add radiation, surgery and cement before this question, at whatever level.',
    title: ['kind', 'levels'],
  },
  fields: {
    kind: choice('Kind', { radiation: 'Radiation', surgery: 'Surgery', cement: 'Cement augmentation' }),
    levels: { kind: 'levels', label: 'Levels' },
    startedOn: day('Started on'),
    endedOn: day('Ended on'),
    dose: amount('Total dose', 'Gy', [0.1, 120], { improbableAbove: 60, askedWhen: ifRadiation }),
    fractions: amount('Fractions', null, [1, 60], { step: 1, askedWhen: ifRadiation }),
    technique: text('Technique or procedure', { hint: 'For example SBRT, laminectomy, fixation T5–T9.' }),
    remark: text('Remark'),
  },
})

export const imaging = section({
  title: 'Imaging',
  repeats: 'list',
  freshDays: 28,
  dayField: 'doneOn',
  entries: {
    one: 'Study',
    add: 'Add a study',
    empty: 'No study recorded.',
    next: 'Add each study that the board should see.',
    title: ['modality', 'doneOn'],
  },
  fields: {
    modality: choice(
      'Study',
      {
        mri: 'MRI',
        ct: 'CT',
        'pet-ct': 'PET-CT',
        'x-ray': 'X-ray',
        'bone-scan': 'Bone scan',
        myelogram: 'Myelogram',
      },
      { neededFor: 'knowing what it can show' },
    ),
    doneOn: day('Done on', { neededFor: 'knowing how old it is' }),
    region: several('Region covered', {
      whole: 'Whole spine',
      cervical: 'Cervical',
      thoracic: 'Thoracic',
      lumbar: 'Lumbar',
      sacral: 'Sacral',
      chest: 'Chest',
      abdomen: 'Abdomen and pelvis',
      body: 'Whole body',
    }),
    place: text('Where'),
    readByBoard: yesNo('Read by the board’s radiologist'),
    report: note('Report'),
    findings: note('Findings that matter here'),
  },
})
