import { operation } from '@/lib/foundation/operation'
import { clinicalRoles } from '@/lib/people/policy'
import { qualityInput, qualityView } from './model'
import { getQuality } from './queries/get-quality'

export const getQualityOperation = operation({
  method: 'GET',
  path: '/boards/{boardId}/quality',
  summary: 'The figures of the board, each with its numerator and denominator',
  audience: clinicalRoles,
  input: qualityInput,
  output: qualityView,
  run: getQuality,
})
