import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { clinicalRoles } from '@/lib/people/policy'
import { orderAgenda } from './commands/order-agenda'
import { replyToMeeting } from './commands/reply-to-meeting'
import { setMeetingRules } from './commands/set-meeting-rules'
import { setMeetingTime } from './commands/set-meeting-time'
import { meetingInput } from './model'
import { setMeetingTimeInput } from './model/meeting-time'
import { orderAgendaInput, orderProposalView } from './model/order'
import { replyInput } from './model/reply'
import { meetingRulesView, setMeetingRulesInput } from './model/rules'
import { getMeetingRules } from './queries/get-meeting-rules'
import { getOrderProposal } from './queries/get-order-proposal'

export const getMeetingRulesOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/meeting-rules',
  summary: 'See how the board meets',
  audience: clinicalRoles,
  input: z.strictObject({ boardId: z.uuid() }),
  output: meetingRulesView,
  run: getMeetingRules,
})

export const setMeetingRulesOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/meeting-rules',
  summary: 'Set how the board meets, as its next version',
  audience: ['chair'],
  input: setMeetingRulesInput,
  output: z.object({ version: z.int() }),
  run: setMeetingRules,
})

export const getOrderProposalOperation = operation({
  method: 'GET',
  path: '/meetings/{meetingId}/order',
  summary: 'Get a proposed order of the agenda with the reasons of each place',
  audience: ['coordinator'],
  input: meetingInput,
  output: orderProposalView,
  run: getOrderProposal,
})

export const orderAgendaOperation = operation({
  method: 'PUT',
  path: '/meetings/{meetingId}/order',
  summary: 'Put the agenda in another order at once',
  audience: ['coordinator'],
  input: orderAgendaInput,
  output: z.null(),
  run: orderAgenda,
})

export const setMeetingTimeOperation = operation({
  method: 'PUT',
  path: '/meetings/{meetingId}/time',
  summary: 'Set how long a meeting may take and where its break stands',
  audience: ['chair', 'coordinator'],
  input: setMeetingTimeInput,
  output: z.null(),
  run: setMeetingTime,
})

export const replyToMeetingOperation = operation({
  method: 'PUT',
  path: '/meetings/{meetingId}/reply',
  summary: 'Say whether I come to a meeting',
  audience: clinicalRoles,
  input: replyInput,
  output: z.null(),
  run: replyToMeeting,
})
