import { closeTask } from '@/lib/follow-up/commands/carry-task'
import { recordVisit } from '@/lib/follow-up/commands/record-visit'
import { type CloseTask, closeTaskInput } from '@/lib/follow-up/model'
import { getFollowUp } from '@/lib/follow-up/queries/get-follow-up'
import type { Day } from '@/lib/foundation/time'
import type { Stage } from './demo-board'
import type { Findings, Part } from './story'

type Ended = Pick<CloseTask, 'closing' | 'on'> & Partial<Pick<CloseTask, 'reason' | 'text'>>

/** Somebody closes the open task whose title begins with these words. Throws when there is none. */
export async function carry(
  stage: Stage,
  caseId: string,
  { at, by, task: words }: { at: Date; by: Part; task: string },
  ended: Ended,
): Promise<void> {
  const followUp = await getFollowUp(stage.actors[by], caseId)
  const tasks = followUp?.signed.flatMap(({ recommendations }) => recommendations.flatMap(({ task }) => task ?? []))
  const task = tasks?.find((one) => one.title.startsWith(words) && one.state === 'open')
  if (!task) throw new Error(`The story has no open task “${words}”`)
  const closing = closeTaskInput.parse({ taskId: task.id, version: task.version, ...ended })
  await stage.act(at, () => closeTask(stage.actors[by], closing))
}

/** Somebody sees the patient and records what was found. */
export const visit = async (
  stage: Stage,
  caseId: string,
  { at, by, seenOn }: { at: Date; by: Part; seenOn: Day },
  findings: Findings,
): Promise<void> => {
  await stage.act(at, () => recordVisit(stage.actors[by], { caseId, seenOn, findings }))
}
