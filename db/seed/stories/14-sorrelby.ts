import { momentAt } from '@/lib/foundation/moment'
import type { Story } from '../hold-meeting'
import { report14 } from '../published/case-14'
import { tell } from '../tell-case'
import { storyOf } from '../tell-report'
import { person, woman } from './person'

const reported = storyOf({
  report: report14,
  patient: person('Sorrelby', 'Amina', woman, '1969-07-17', '4473 2206'),
  ...{ openedOn: '2026-11-24', handedInOn: '2026-11-24', by: 'oncologist' },
})

/** Cauda equina in 48 hours at L2, no tissue: waits in the running meeting, its clocks run. After published case 14. */
export const sorrelby: Story = {
  ...reported,
  prepare: async (stage) => {
    const caseId = await reported.prepare(stage)
    const { minutesAgo, zone } = stage.time
    const ago = (minutes: number) => momentAt(minutesAgo(minutes).toISOString(), zone)
    await tell(
      stage,
      caseId,
      { at: minutesAgo(5), by: 'oncologist' },
      { clocks: { suspectedAt: ago(190), contactedAt: ago(150), mriRequestedAt: ago(140) } },
    )
    return caseId
  },
}
