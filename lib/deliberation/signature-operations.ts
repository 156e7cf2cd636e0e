import { operation } from '@/lib/foundation/operation'
import { checkCode } from './commands/check-code'
import { checkCodeInput, codeAnswer } from './model/signature'

export const checkCodeOperation = operation({
  method: 'POST',
  path: '/signature-codes',
  summary: 'Check the code of a printed letter',
  audience: 'anyone',
  input: checkCodeInput,
  output: codeAnswer,
  run: checkCode,
})
