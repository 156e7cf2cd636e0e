import type { Page } from '@playwright/test'
import { dayAt } from '@/lib/foundation/time'
import type { Actor } from '@/lib/people/model'
import { emptyBoard, expect, type House, seat, surroundings, test } from '../fixtures'
import { case04 } from '../fixtures/cases/case-04'
import { case14 } from '../fixtures/cases/case-14'
import type { PublishedCase } from '../fixtures/cases/published-case'
import { closeOneTask, recordVisit, takeLetter } from './carry-out'
import { sign, writeConclusion } from './conclude-case'
import { handIn, openCase, tellCase } from './enter-case'
import {
  addCaseAndStart,
  answer,
  cast,
  castCount,
  enterRoom,
  planMeeting,
  propose,
  stancesOn,
  titleOf,
} from './hold-meeting'
import { isTypedAsTold } from './typed-as-told'

const voters = ['surgeon', 'radiationOncologist', 'oncologist'] as const
type Voter = (typeof voters)[number]

const seatPeople = async (board: House): Promise<Record<Voter | 'coordinator', Actor>> => ({
  oncologist: await seat(board, 'E. Wyndlass', ['presenter', 'core-member'], 'medical-oncology'),
  surgeon: await seat(board, 'S. Cutbush', ['core-member'], 'spine-surgery'),
  radiationOncologist: await seat(board, 'R. Marbeck', ['core-member'], 'radiation-oncology'),
  coordinator: await seat(board, 'C. Ordway', ['coordinator', 'chair']),
})

const saidBy = ({ ballots, options }: PublishedCase, voter: Voter) =>
  Object.entries(ballots[voter] ?? {}).map(([option, said]) => {
    const plan = options[option]?.plan
    if (!plan) throw new Error(`There is no option ${option}`)
    return { plan, ...(typeof said === 'string' ? { stance: said, reason: '' } : said) }
  })

const reasonsOf = (published: PublishedCase, voter: Voter): string[] =>
  saidBy(published, voter).flatMap(({ reason }) => (reason === '' ? [] : [reason]))

async function fillBallot(page: Page, published: PublishedCase, voter: Voter) {
  for (const { plan, stance, reason } of saidBy(published, voter)) await answer(page, plan, { stance, reason })
}

/** What a person said stands in the row of each option, with the reason. */
async function seesStances(page: Page, published: PublishedCase, voter: Voter, name: string) {
  const stances = page.getByRole('region', { name: 'Stances' })
  for (const { plan, stance } of saidBy(published, voter)) {
    await expect(stancesOn(page, plan)).toContainText(
      `${name}: ${stance === 'need-information' ? 'needs information' : stance}`,
    )
  }
  for (const reason of reasonsOf(published, voter)) await expect(stances).toContainText(reason)
}

/** One case takes every kind of date through the screens: the zones after the first have no need of the other. */
const told = { 14: case14, ...(process.env.E2E_ZONE_ORDER === 'first' ? { '04': case04 } : {}) }

for (const [number, published] of Object.entries(told)) {
  test(`published case ${number} goes from referral to follow-up, four people at once`, async ({ openAs }) => {
    test.setTimeout(300_000)
    const board = await emptyBoard(`Board ${number}`)
    const people = await seatPeople(board)
    const pages = {
      oncologist: await openAs(board, people.oncologist),
      surgeon: await openAs(board, people.surgeon, { address: surroundings.second }),
      radiationOncologist: await openAs(board, people.radiationOncologist),
      coordinator: await openAs(board, people.coordinator),
    }
    const everybody = Object.values(pages)
    const { coordinator } = pages
    const { patient, options } = published
    let caseId = ''

    await test.step('the oncologist types the case in, leaves open what is not stated, and hands it in', async () => {
      caseId = await openCase(pages.oncologist, published)
      await tellCase(pages.oncologist, published)
      await handIn(pages.oncologist)
      await isTypedAsTold(pages.oncologist, people.oncologist, caseId, published)
      const goals = pages.oncologist.getByRole('region', { name: 'Goals of care' }).getByRole('definition')
      await expect(goals).toHaveText(Array.from({ length: 5 }, () => /^Not recorded( Record it)?$/))
    })

    await test.step('the coordinator makes a meeting, puts the case on the agenda, and all four enter', async () => {
      const meetingId = await planMeeting(coordinator, 'Tuesday')
      await addCaseAndStart(coordinator, patient.familyName)
      for (const page of everybody) await enterRoom(page, meetingId)
      await coordinator.getByRole('button', { name: /^Present/ }).click()
      for (const page of everybody) await expect(page.getByText(published.question).first()).toBeVisible()
    })

    await test.step('options are proposed in the five kinds of treatment, and everybody sees them', async () => {
      for (const { by, plan } of Object.values(options)) {
        await propose(pages[by as Voter], plan)
        for (const page of everybody) {
          await expect(page.getByText(titleOf(plan), { exact: true }).first()).toBeVisible()
        }
      }
    })

    await test.step('three vote sealed: the others learn that, within a second or so, and nothing else', async () => {
      await coordinator.getByRole('button', { name: 'Open the vote' }).click()
      for (const [place, voter] of voters.entries()) {
        const page = pages[voter]
        await fillBallot(page, published, voter)
        await cast(page)
        for (const other of everybody) {
          await expect(castCount(other)).toHaveText(`${place + 1} of 3 cast`, { timeout: 2000 })
        }
      }
      for (const reason of reasonsOf(published, 'surgeon')) {
        for (const voter of ['radiationOncologist', 'oncologist', 'coordinator'] as const) {
          expect(await pages[voter].content()).not.toContain(reason)
        }
      }
    })

    await test.step('after the reveal everybody sees who said what, and why', async () => {
      await coordinator.getByRole('button', { name: 'Reveal', exact: true }).click()
      for (const page of everybody) {
        for (const voter of voters) await seesStances(page, published, voter, people[voter].name)
      }
    })

    await test.step('the chair concludes and signs, and everybody reads it', async () => {
      const today = dayAt(new Date().toISOString(), 'Europe/London')
      const names = Object.fromEntries(Object.entries(people).map(([part, { name }]) => [part, name]))
      await writeConclusion(coordinator, published, { names, today })
      await sign(coordinator, patient.bornOn ?? '')
      for (const page of everybody) {
        const record = page.getByRole('region', { name: 'Conclusion', exact: true })
        await expect(record).toContainText('signed by C. Ordway')
        await expect(record).toContainText(published.conclusion.rationale)
      }
    })

    await test.step('the tasks are on the worklist, and one is done', () => closeOneTask(coordinator, published))

    await test.step('a follow-up visit is recorded', () => recordVisit(pages.surgeon, caseId, published))

    await test.step('the letter is read and taken as a file', () => takeLetter(coordinator, caseId, published))
  })
}
