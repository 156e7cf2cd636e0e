import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { clinicalRoles } from '@/lib/people/policy'
import { acknowledgeWarning, exceptRule } from './commands/except-rule'
import { setPacks } from './commands/set-packs'
import { signOff } from './commands/sign-off'
import { packsView, setPacksInput } from './pathway/board-packs'
import { acknowledgeWarningInput, exceptRuleInput, standingStop } from './pathway/rule-exceptions'
import { pathwayTermsView } from './pathway/terms-view'
import { exceptionGivers } from './policy'
import { getPacks } from './queries/get-packs'
import { getSignOffs } from './queries/get-sign-offs'
import { getPathwayTerms, listStops } from './queries/read-pathway-terms'
import { signOffInput, signOffsView } from './sign-off/sign-off'

export const getPacksOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/pathway-packs',
  summary: 'Read by which packs of the pathway the board works, with every change and its reason',
  audience: clinicalRoles,
  input: z.strictObject({ boardId: z.uuid() }),
  output: packsView,
  run: getPacks,
})

export const setPacksOperation = operation({
  method: 'PUT',
  path: '/boards/{boardId}/pathway-packs',
  summary: 'Set by which packs of the pathway the board works, as its next version',
  audience: ['chair'],
  input: setPacksInput,
  output: z.object({ version: z.int() }),
  run: setPacks,
})

export const getPathwayTermsOperation = operation({
  method: 'GET',
  path: '/cases/{caseId}/pathway-terms',
  summary:
    'Read by what the options of a case are judged: packs, signatures, reasons given, and the course of the case',
  audience: clinicalRoles,
  input: z.strictObject({ caseId: z.uuid() }),
  output: pathwayTermsView,
  run: getPathwayTerms,
})

export const listStopsOperation = operation({
  method: 'GET',
  path: '/cases/{caseId}/stops',
  summary: 'List the stops of the pathway that stand in a case, each with the reason to go on if one was given',
  audience: clinicalRoles,
  input: z.strictObject({ caseId: z.uuid() }),
  output: z.array(standingStop),
  run: listStops,
})

export const exceptRuleOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/rule-exceptions',
  summary: 'Go on despite a stop of the pathway, or say why a clock cannot be met, with a reason',
  audience: exceptionGivers,
  input: exceptRuleInput,
  output: z.object({ exceptionId: z.uuid() }),
  run: exceptRule,
})

export const acknowledgeWarningOperation = operation({
  method: 'POST',
  path: '/cases/{caseId}/acknowledged-warnings',
  summary:
    'Acknowledge a warning of the pathway on a case or an option, for as long as it says the same on the same facts',
  audience: exceptionGivers,
  input: acknowledgeWarningInput,
  output: z.object({ exceptionId: z.uuid() }),
  run: acknowledgeWarning,
})

export const getSignOffsOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/sign-offs',
  summary: 'List who signed which instrument, rule, pack and option off against its source',
  audience: clinicalRoles,
  input: z.strictObject({ boardId: z.uuid() }),
  output: signOffsView,
  run: getSignOffs,
})

export const signOffOperation = operation({
  method: 'POST',
  path: '/boards/{boardId}/sign-offs',
  summary: 'Sign one version of an instrument, rule, pack or option off, or take the signature back',
  audience: ['chair'],
  input: signOffInput,
  output: z.null(),
  run: signOff,
})
