import { amount, choice, day, note, several, text, yesNo } from '../field'
import { section } from './section'

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
