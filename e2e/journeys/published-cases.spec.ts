import { report01 } from '@/db/seed/published/case-01'
import { report12 } from '@/db/seed/published/case-12'
import { report15 } from '@/db/seed/published/case-15'
import { report22 } from '@/db/seed/published/case-22'
import { test } from '../fixtures'
import { handIn, openCase, tellCase } from './enter-case'
import { isTypedAsTold } from './typed-as-told'

// Cases 04 and 14 go all the way through `the-main-job.spec.ts`.
for (const [kind, report] of [
  ['comfort care', report01],
  ['a refusal at 89', report12],
  ['a collar and radiation', report15],
  ['radiosurgery of a rare tumour', report22],
] as const) {
  test(`published case ${report.number}, ${kind}, is typed in as a presenter would, and nothing more is known of it`, async ({
    board,
    openAs,
  }) => {
    test.setTimeout(240_000)
    const page = await openAs(board, board.presenter)
    const caseId = await openCase(page, report)
    await tellCase(page, report)
    await handIn(page)
    await isTypedAsTold(page, board.coordinator, caseId, report)
  })
}
