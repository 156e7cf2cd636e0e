import { amount, choice, day, lasting, levels, note, several, text, yesNo } from '../field'
import { section } from './section'

const ifRadiation = { field: 'kind', is: ['radiation'] }
const ifSurgery = { field: 'kind', is: ['surgery'] }
const ifCement = { field: 'kind', is: ['cement'] }
const ifOperation = { field: 'kind', is: ['surgery', 'cement'] }

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
  fields: lasting({
    kind: choice('Kind', { radiation: 'Radiation', surgery: 'Surgery', cement: 'Cement augmentation' }),
    levels: { kind: 'levels', label: 'Levels' },
    startedOn: day('Started on'),
    endedOn: day('Ended on'),
    dose: amount('Total dose', 'Gy', [0.1, 120], { improbableAbove: 60, askedWhen: ifRadiation }),
    fractions: amount('Fractions', null, [1, 60], { step: 1, askedWhen: ifRadiation }),
    technique: text('Technique or procedure', { hint: 'For example SBRT, laminectomy, fixation T5–T9.' }),
    levelsFixed: levels('Levels fixed', { askedWhen: ifSurgery }),
    levelsDecompressed: levels('Levels decompressed', { askedWhen: ifSurgery }),
    cordDose: amount('Maximum dose to cord or thecal sac', 'Gy', [0.1, 120], {
      hint: 'Of this course, from its plan.',
      improbableAbove: 60,
      askedWhen: ifRadiation,
    }),
    cordDoseOf: choice(
      'Measured in',
      { cord: 'Spinal cord', prv: 'Planning-risk volume of the cord', sac: 'Thecal sac or cauda equina' },
      { askedWhen: ifRadiation },
    ),
    planAvailable: yesNo('Dose plan available to the board', { askedWhen: ifRadiation }),
    approach: choice(
      'Approach',
      { posterior: 'Posterior', anterior: 'Anterior', combined: 'Combined', percutaneous: 'Percutaneous' },
      { askedWhen: ifOperation },
    ),
    implantMaterial: choice(
      'Implant material',
      { titanium: 'Titanium', carbon: 'Carbon fibre or PEEK', other: 'Other', none: 'No implant' },
      { askedWhen: ifSurgery },
    ),
    implantWords: text('Implant in words', { askedWhen: ifSurgery }),
    cementUsed: yesNo('Cement used as well', { askedWhen: ifSurgery }),
    cementVolume: amount('Cement, total volume', 'mL', [0.1, 60], { improbableAbove: 20, askedWhen: ifCement }),
    cementLeak: choice(
      'Cement leak',
      { none: 'None', canal: 'Into the canal', foramen: 'Into a foramen', vein: 'Into a vein', other: 'Elsewhere' },
      { askedWhen: ifCement },
    ),
    complications: several(
      'Complications',
      {
        none: 'None',
        wound: 'Wound problem',
        infection: 'Infection',
        neurology: 'New neurological deficit',
        fracture: 'Fracture at the level',
        implant: 'Implant failure',
        myelopathy: 'Radiation myelopathy',
        other: 'Other, see remark',
      },
      { alone: 'none' },
    ),
    place: text('Where it was done'),
    remark: note('Remark'),
  }),
  groups: [
    { title: 'Dose to the cord', fields: ['cordDose', 'cordDoseOf', 'planAvailable'], folded: true },
    {
      title: 'Approach, implants and cement',
      fields: ['approach', 'implantMaterial', 'implantWords', 'cementUsed', 'cementVolume', 'cementLeak'],
      folded: true,
    },
    { title: 'Complications, place and remark', fields: ['complications', 'place', 'remark'], folded: true },
  ],
})
