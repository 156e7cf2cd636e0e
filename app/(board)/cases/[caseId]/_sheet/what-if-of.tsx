import type { Reading } from '@/lib/clinical/reading'
import { answersBehind } from '../_what-if/changes'
import { WhatIf } from '../_what-if/what-if'

/** Opens a reading of the sheet with the answers behind it, to try others. */
export const WhatIfOf = ({ reading, name, where }: { reading: Reading; name: string; where?: string }) => (
  <WhatIf instrumentId={reading.instrument} name={name} where={where} recorded={answersBehind(reading)} />
)
