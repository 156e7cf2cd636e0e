import { z } from 'zod'
import { operation } from '@/lib/foundation/operation'
import { clinicalRoles } from '@/lib/people/policy'
import { getLetterPdf } from './queries/get-letter'

export const letterPdfOperation = operation({
  method: 'GET',
  path: '/conclusions/{conclusionId}/letter.pdf',
  summary: 'The letter to the referring doctor, as a PDF; of a draft marked as such on every page',
  audience: clinicalRoles,
  input: z.strictObject({ conclusionId: z.uuid() }),
  output: z.file(),
  run: getLetterPdf,
})
