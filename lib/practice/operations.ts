import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { clinicalRoles } from '@/lib/people/policy'
import { ratePastCase } from './commands/rate-past-case'
import { shareShadowVote } from './commands/share-shadow-vote'
import { pastCaseView, practiceView, sharedCaseView } from './model/past-case'
import { ratePastCaseInput, shareShadowVoteInput } from './model/shadow-vote'
import { getPastCase, getSharedCase, pastCaseInput, sharedCaseInput } from './queries/get-past-case'
import { listPastCases, listPastCasesInput } from './queries/list-past-cases'

export const listPastCasesOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/practice',
  summary: 'List the past cases to practise on, without names and dates, page by page',
  audience: clinicalRoles,
  input: listPastCasesInput,
  output: practiceView,
  run: listPastCases,
})

export const getPastCaseOperation = operation({
  method: 'GET',
  path: '/practice/cases/{conclusionId}',
  summary: 'Read a past case without names and dates; the board’s answer once it is rated',
  audience: clinicalRoles,
  input: pastCaseInput,
  output: pastCaseView,
  run: getPastCase,
})

export const ratePastCaseOperation = operation({
  method: 'POST',
  path: '/practice/cases/{conclusionId}/ratings',
  summary: 'Rate the options of a past case in practice, once',
  audience: clinicalRoles,
  input: ratePastCaseInput,
  output: z.object({ shadowVoteId: z.uuid() }),
  run: ratePastCase,
})

export const getSharedCaseOperation = operation({
  method: 'GET',
  path: '/practice/ratings/{shadowVoteId}',
  summary: 'Read practice ratings that are shown to me beside the board’s answer',
  audience: clinicalRoles,
  input: sharedCaseInput,
  output: sharedCaseView,
  run: getSharedCase,
})

export const shareShadowVoteOperation = operation({
  method: 'POST',
  path: '/practice/ratings/{shadowVoteId}/shares',
  summary: 'Show my practice ratings to a colleague, or stop showing them',
  audience: clinicalRoles,
  input: shareShadowVoteInput,
  output: z.null(),
  run: shareShadowVote,
})
