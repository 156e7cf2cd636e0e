import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { declareConflictInput, withdrawConflictInput } from '@/lib/meetings/model/conflict'
import { declareConflict, withdrawConflict } from './commands/declare-conflict'

export const declareConflictOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/conflicts',
  summary: 'Declare my conflict of interest in a case as a whole',
  audience: ['presenter', 'core-member', 'chair'],
  input: declareConflictInput,
  output: z.object({ conflictId: z.uuid() }),
  run: declareConflict,
})

export const withdrawConflictOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/conflicts/{conflictId}/withdrawal',
  summary: 'Take my conflict of interest back before the reveal, with the reason',
  audience: ['presenter', 'core-member', 'chair'],
  input: withdrawConflictInput,
  output: z.null(),
  run: withdrawConflict,
})
