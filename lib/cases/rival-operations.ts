import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { settleRivals, stateRival, withdrawRival } from './commands/contest-fact'
import { caseSettlers, caseWriters } from './policy'
import { settleRivalsInput, stateRivalInput, withdrawRivalInput } from './rivals'

export const stateRivalOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/rival-values',
  summary: 'Record what another source says of a recorded value',
  audience: caseWriters,
  input: stateRivalInput,
  output: z.object({ rivalId: z.uuid() }),
  run: stateRival,
})

export const settleRivalsOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/settlements',
  summary: 'Say with a reason which of the values that sources state counts',
  audience: caseSettlers,
  input: settleRivalsInput,
  output: z.null(),
  run: settleRivals,
})

export const withdrawRivalOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/rival-values/{rivalId}/withdrawal',
  summary: 'Take back with a reason what another source was said to say',
  audience: caseWriters,
  input: withdrawRivalInput,
  output: z.null(),
  run: withdrawRival,
})
