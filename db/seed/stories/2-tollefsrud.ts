import { pending } from '@/lib/clinical/stated'
import { showDay } from '@/lib/foundation/time'
import type { Stage } from '../demo-board'
import { openCase, tell } from '../tell-case'

// The medicine follows published case 08 (Nguyen, Cureus 2015, doi 10.7759/cureus.242); name and days are invented.

/** Prostate cancer found by lost walking: a draft of this morning, in which nearly everything is still unknown. */
export async function tellTollefsrud(stage: Stage): Promise<void> {
  const { on, minutesAgo } = stage.time
  const patient = {
    ...{ familyName: 'Tollefsrud', givenName: 'Ivar', title: 'Mr', bornOn: '1949-07-02', sex: 'male' as const },
    ...{ identifier: '4473 1915', identifierIssuer: 'Northbridge no.' },
  }
  const question =
    'He has not walked for 48 hours and was never treated for cancer. Decompress, irradiate, or start hormone treatment together with radiation at once?'
  const caseId = await openCase(stage, minutesAgo(30), 'presenter', { patient, question })
  await tell(
    stage,
    caseId,
    { at: minutesAgo(25), by: 'presenter', refersOn: on('2026-11-24') },
    {
      referral: {
        referredOn: on('2026-11-24'),
        summary: 'First sign of a prostate cancer: PSA over 27,000, spinal cord compression, no walking for 48 hours.',
      },
      tumour: {
        primary: 'prostate',
        histology: pending,
        tissueProven: pending,
        visceral: pending,
        extraspinalBone: pending,
        systemicTherapy: 'None so far',
      },
      symptoms: {
        gait: 'present',
        lastWalked: on('2026-11-22'),
        story: `Walked last on ${showDay(on('2026-11-22'))}.`,
      },
      neurology: { walking: 'non-ambulatory' },
      labs: [{ test: 'psa', value: pending }],
      notes: {
        free: 'PSA over 27,000; the laboratory’s unit is not stated, so the test is asked for again. The level of the compression is not stated.',
      },
    },
  )
}
