import { choice, day, levels, note, several, text, yesNo } from '../field'
import { section } from './section'

const ifMri = { field: 'modality', is: ['mri'] }
const ifReceived = { field: 'received', is: ['yes'] }
const ifRead = { field: 'readByBoard', is: ['yes'] }

/** Studies as data; their images are attachments of the case. */
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
    sequences: several(
      'Sequences',
      {
        'sagittal-t1': 'Sagittal T1',
        'sagittal-stir': 'Sagittal STIR',
        'sagittal-t2': 'Sagittal T2',
        'axial-t2': 'Axial T2',
        'axial-t1': 'Axial T1',
        'after-contrast': 'T1 after contrast',
        diffusion: 'Diffusion',
        other: 'Other',
      },
      { askedWhen: ifMri },
    ),
    axialLevels: levels('Axial slices through', { askedWhen: ifMri }),
    contrast: choice('Contrast', { given: 'Given', 'not-given': 'Not given' }),
    findings: note('Findings that matter here'),
    report: note('Report'),
    place: text('Where'),
    accession: text('Accession number'),
    received: yesNo('Images received'),
    receivedBy: choice(
      'Received by',
      {
        archive: 'Own image archive',
        exchange: 'Image exchange or portal',
        disc: 'Disc or stick',
        report: 'Report only, no images',
      },
      { askedWhen: ifReceived },
    ),
    readByBoard: yesNo('Read by the board’s radiologist'),
    readBy: text('Radiologist', { askedWhen: ifRead }),
    readOn: day('Read on', { askedWhen: ifRead }),
  },
  groups: [
    { title: 'Report, place and number', fields: ['report', 'place', 'accession'], folded: true },
    {
      title: 'Received and read',
      fields: ['received', 'receivedBy', 'readByBoard', 'readBy', 'readOn'],
      folded: true,
    },
  ],
})
