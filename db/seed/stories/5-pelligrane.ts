import type { Stage } from '../demo-board'
import { propose } from '../discuss'
import type { Story } from '../hold-meeting'
import type { Options } from '../story'
import { handIn, openCase, tell } from '../tell-case'

// The medicine follows published case 24 (Sardaro, J Med Case Rep 2014;8:201, CC BY); name and days are invented, and so
// is the second option.

const options: Options = {
  'RT A': {
    by: 'radiationOncologist',
    plan: {
      ...{ modality: 'radiation', optionType: 'cebrt-long', levels: ['L3', 'L4'], intents: ['pain'], urgency: 'soon' },
      parameters: { dose: { value: 30, unit: 'Gy' }, fractions: 15 },
      evidenceNote: 'Fractions of 2 Gy, as published for one patient with this tumour.',
    },
  },
  'RT B': {
    by: 'radiationOncologist',
    plan: {
      ...{
        modality: 'radiation',
        optionType: 'cebrt-single',
        levels: ['L3', 'L4'],
        intents: ['pain'],
        urgency: 'soon',
      },
      parameters: { dose: { value: 8, unit: 'Gy' }, fractions: 1 },
    },
  },
}

async function prepare(stage: Stage): Promise<string> {
  const { on, at } = stage.time
  const patient = {
    ...{ familyName: 'Pelligrane', givenName: 'Yuki', title: 'Ms', bornOn: '1980-12-27', sex: 'female' as const },
    ...{ identifier: '4470 5589', identifierIssuer: 'Northbridge no.' },
  }
  const question =
    'Painful L3 and L4 from a rare vascular tumour, no deficit known: long course, single fraction or SBRT? What has to be known of stability before we decide?'
  const caseId = await openCase(stage, at('2026-11-23', '10:05'), 'presenter', { patient, question })
  const told = { at: at('2026-11-23', '10:30'), by: 'presenter' as const, refersOn: on('2026-11-23') }
  await tell(stage, caseId, told, {
    referral: {
      informed: 'yes',
      summary: 'Epithelioid haemangioendothelioma of the lung with painful L3 and L4.',
      noImagingBecause: 'The referral names no study; images are asked for.',
    },
    tumour: { primary: 'not-listed', histology: 'Pulmonary epithelioid haemangioendothelioma' },
    symptoms: { backPain: 'present' },
    lesions: { L3: { involvement: 'certain' }, L4: { involvement: 'certain' } },
  })
  await handIn(stage, caseId, at('2026-11-23', '15:20'), 'presenter')
  return caseId
}

async function discuss(stage: Stage, itemId: string): Promise<void> {
  await propose(stage, itemId, stage.time.minutesAgo(20), options)
}

/** A rare tumour at L3 and L4, handed in for next week: two options are written, stability is unknown. */
export const pelligrane: Story = {
  ...{ minutes: 10, prepare, discuss },
  admitted: 'What has to be known before a decision is the question itself.',
}
