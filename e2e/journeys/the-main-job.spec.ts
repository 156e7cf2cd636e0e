import type { Actor } from '@/lib/people/model'
import { emptyBoard, expect, seat, test } from '../fixtures'
import { case04 } from '../fixtures/cases/case-04'
import { case14 } from '../fixtures/cases/case-14'
import { handIn, openCase, tellCase } from './enter-case'

for (const [name, published] of [
  ['04', case04],
  ['14', case14],
] as const) {
  test(`case ${name} goes from referral to follow-up, four people at once`, async ({ openAs }) => {
    test.setTimeout(240_000)
    const board = await emptyBoard(`Board ${name}`)
    const seats = {
      oncologist: await seat(board, 'E. Wyndlass', ['presenter', 'core-member'], 'medical-oncology'),
    } satisfies Record<string, Actor>
    const oncologist = await openAs(board, seats.oncologist)
    let caseId = ''
    await test.step('the oncologist types the case in', async () => {
      caseId = await openCase(oncologist, published)
      await tellCase(oncologist, published)
    })
    await test.step('hands in', async () => {
      await handIn(oncologist)
    })
    expect(caseId).not.toBe('')
  })
}
