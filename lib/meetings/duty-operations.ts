import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { clinicalRoles, treatingRoles } from '@/lib/people/policy'
import { enterDuty, removeDuty } from './commands/keep-duties'
import { tellCalled } from './commands/tell-called'
import { tellCalledInput } from './model/call'
import { dutiesView, enterDutyInput, removeDutyInput } from './model/duty'
import { listDuties, listDutiesInput } from './queries/list-duties'

export const listDutiesOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/duties',
  summary: 'See who is on duty for which specialty, from now on',
  audience: clinicalRoles,
  input: listDutiesInput,
  output: dutiesView,
  run: listDuties,
})

export const enterDutyOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/duties',
  summary: 'Enter who is on duty, in the place of an earlier entry or as a new one',
  audience: ['coordinator', 'chair'],
  input: enterDutyInput,
  output: z.object({ dutyId: z.uuid() }),
  run: enterDuty,
})

export const removeDutyOperation = operation({
  method: 'DELETE',
  path: '/duties/{dutyId}',
  summary: 'Take an entry off the duty list',
  audience: ['coordinator', 'chair'],
  input: removeDutyInput,
  output: z.null(),
  run: removeDuty,
})

export const tellCalledOperation = operation({
  method: 'POST',
  path: '/calls/{callId}/told/{userId}',
  summary: 'Record that I have told somebody of a call by telephone',
  audience: treatingRoles,
  input: tellCalledInput,
  output: z.null(),
  run: tellCalled,
})
