import { setTimeout as pause } from 'node:timers/promises'
import { percentile } from '../measure'
import type { Answer, Screen } from './screen'

/** What is measured: who votes where and how, and what everybody sees. One place for each board, one screen for each member. */
export type Rig = {
  name: string
  screens: Screen[][]
  vote: (board: number, member: number) => Promise<Answer>
}

/** One vote of the plan: when it is clicked (ms from the start), whose it is, and whether it is the member's first. */
export type Click = { at: number; board: number; member: number; isFirst: boolean }

/** The same number of votes for each board, one for each member, evenly over the time. */
export const evenly = (members: number, seconds: number): Click[] =>
  Array.from({ length: members }, (_, member) => ({
    ...{ at: (member * seconds * 1000) / members, board: 0, member },
    isFirst: true,
  }))

/**
 * Votes at a rate, the boards in turn. First ballots come evenly over the whole time, each board's members one after the
 * other; the votes between are second thoughts of those who have cast.
 */
export function atRate(boards: number, members: number, { rate, seconds }: { rate: number; seconds: number }): Click[] {
  const votes = rate * seconds
  const perBoard = votes / boards
  return Array.from({ length: votes }, (_, index) => {
    const board = index % boards
    const turn = Math.floor(index / boards)
    const cast = Math.min(Math.ceil(((turn + 1) * members) / perBoard), members)
    const before = Math.min(Math.ceil((turn * members) / perBoard), members)
    const isFirst = cast > before
    return { at: (index * 1000) / rate, board, member: isFirst ? cast - 1 : turn % Math.max(cast, 1), isFirst }
  })
}

const mostUnderWay = 400

type Outcome = { clickedAt: number[][]; answered: number[]; refused: number; took: number }

async function click(rig: Rig, plan: readonly Click[]): Promise<Outcome> {
  const clickedAt: number[][] = rig.screens.map(() => [])
  const answered: number[] = []
  const underWay = new Set<Promise<void>>()
  let refused = 0
  const start = performance.now()
  for (const { at, board, member, isFirst } of plan) {
    const early = start + at - performance.now()
    if (early > 1) await pause(early)
    while (underWay.size >= mostUnderWay) await Promise.race(underWay)
    const clicked = performance.now()
    if (isFirst) clickedAt[board]?.push(clicked)
    const sent = rig.vote(board, member).then(({ status }) => {
      if (status === 200) answered.push(performance.now() - clicked)
      else refused += 1
      underWay.delete(sent)
    })
    underWay.add(sent)
  }
  await Promise.all(underWay)
  return { clickedAt, answered, refused, took: performance.now() - start }
}

const until = async (isSo: () => boolean, ms: number): Promise<void> => {
  const end = performance.now() + ms
  while (!isSo() && performance.now() < end) await pause(20)
}

const line = (name: string, times: number[]): string => {
  const sorted = times.sort((one, other) => one - other)
  const at = [0.5, 0.95, 0.99].map((share) => `p${share * 100} ${percentile(sorted, share).toFixed(1).padStart(8)} ms`)
  return `${name.padEnd(40)} ${at.join('   ')}`
}

type Run = { lines: string[]; p95: number }

/**
 * Runs the plan and says what was seen: from the click of a first ballot to the count on every screen of its board, from each
 * click to its answer; how many counts a screen never showed, and how many it showed wrongly.
 */
export async function runVotes(rig: Rig, plan: readonly Click[], reconnectEveryMs: number | null): Promise<Run> {
  const all = rig.screens.flat()
  await until(() => all.every((screen) => screen.isOpen()), 60_000)
  const open = all.filter((screen) => screen.isOpen()).length
  let next = 0
  const shaking = reconnectEveryMs
    ? setInterval(() => all[next++ % all.length]?.reconnect(), reconnectEveryMs)
    : undefined
  const { clickedAt, answered, refused, took } = await click(rig, plan)
  clearInterval(shaking)
  const wanted = clickedAt.map((times) => times.length)
  const isWhole = () =>
    rig.screens.every((screens, board) => screens.every((one) => one.shown() >= (wanted[board] ?? 0)))
  await until(isWhole, 15_000)
  const seen: number[] = []
  const seenByAll: number[] = []
  let lost = 0
  let wrong = 0
  for (const [board, screens] of rig.screens.entries()) {
    const clicks = clickedAt[board] ?? []
    for (const screen of screens) wrong += screen.wentBack() + Math.max(0, screen.shown() - clicks.length)
    for (const [place, clicked] of clicks.entries()) {
      const times = screens.map(({ sawAt }) => (sawAt[place + 1] ?? Number.POSITIVE_INFINITY) - clicked)
      lost += times.filter((time) => !Number.isFinite(time)).length
      // A count that is shown before its ballot was clicked was not counted but guessed.
      wrong += times.filter((time) => time < 0).length
      seen.push(...times.filter(Number.isFinite))
      seenByAll.push(Math.max(...times))
    }
  }
  for (const screen of all) screen.close()
  const rate = (plan.length / (took / 1000)).toFixed(0)
  const lines = [
    line(`${rig.name}: click to count on a screen`, seen),
    line(`${rig.name}: click to count on all screens`, seenByAll),
    line(`${rig.name}: click to answer`, answered),
    `${rig.name}: ${open} of ${all.length} screens open, ${answered.length} votes answered, ${refused} refused, ${rate} a second; ${seen.length} counts seen, ${lost} lost, ${wrong} wrong`,
  ]
  return { lines, p95: percentile(seenByAll, 0.95) }
}
