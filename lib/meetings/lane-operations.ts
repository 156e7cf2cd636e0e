import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { clinicalRoles, treatingRoles } from '@/lib/people/policy'
import { listInLane, pullBack } from './commands/lane'
import { signProtocol, withdrawProtocol } from './commands/protocols'
import { listInLaneInput, pullBackInput } from './model/lane'
import { protocolsView, signProtocolInput, withdrawProtocolInput } from './model/protocol'
import { getProtocols } from './queries/get-protocols'

export const getProtocolsOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/protocols',
  summary: 'See the local protocols of the board',
  audience: clinicalRoles,
  input: z.strictObject({ boardId: z.uuid() }),
  output: protocolsView,
  run: getProtocols,
})

export const signProtocolOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/protocols',
  summary: 'Sign a local protocol, or its next version',
  audience: ['chair'],
  input: signProtocolInput,
  output: z.object({ protocolId: z.uuid(), version: z.int() }),
  run: signProtocol,
})

export const withdrawProtocolOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/protocols/{protocolId}/withdrawals',
  summary: 'Take the signature under a local protocol back',
  audience: ['chair'],
  input: withdrawProtocolInput,
  output: z.null(),
  run: withdrawProtocol,
})

export const listInLaneOperation = operation({
  method: 'PUT',
  path: '/agenda-items/{itemId}/protocol',
  summary: 'List a case as covered by a signed protocol, not to be discussed',
  audience: ['presenter', 'coordinator'],
  input: listInLaneInput,
  output: z.null(),
  run: listInLane,
})

export const pullBackOperation = operation({
  method: 'POST',
  path: '/agenda-items/{itemId}/pull-back',
  summary: 'Pull a case that is listed by protocol back to the discussion',
  audience: treatingRoles,
  input: pullBackInput,
  output: z.null(),
  run: pullBack,
})
