import type { SeverityTone } from '@/app/_ui/severity'
import { type Standing, shortfallWords } from '@/lib/follow-up/model'
import { type TaskView, type WorklistSort, type WorklistView, weekEnd } from '@/lib/follow-up/worklist'
import { type Day, daysBetween, showDay } from '@/lib/foundation/time'

const nbsp = '\u00a0'

export const viewWords: Readonly<Record<WorklistView, string>> = {
  week: 'This week',
  late: 'Late',
  mine: 'Mine',
  open: 'Open',
  closed: 'Closed',
}

/** What a view holds, in words. */
export const viewMeans = (view: WorklistView, today: Day | null): string => {
  switch (view) {
    case 'week':
      return today ? `Open, due by ${showDay(weekEnd(today))}` : 'Open, due within 7 days'
    case 'late':
      return 'Open, due date passed'
    case 'mine':
      return 'Open, yours'
    case 'open':
      return 'Open, all'
    case 'closed':
      return 'Done, partly done and not done'
  }
}

export const sortWords: Readonly<Record<WorklistSort, string>> = {
  due: 'due date',
  patient: 'patient',
  owner: 'owner',
  state: 'state',
}

export const standingWords: Readonly<Record<Standing, { word: string; tone: SeverityTone }>> = {
  late: { word: 'Late', tone: 'crit' },
  today: { word: 'Due today', tone: 'warn' },
  'on-time': { word: 'On time', tone: 'calm' },
  done: { word: 'Done', tone: 'ok' },
  partly: { word: 'Partly done', tone: 'info' },
  'not-done': { word: 'Not done', tone: 'info' },
  replaced: { word: 'Replaced', tone: 'block' },
}

/** The state of a task; the patient’s wish is named, every other reason stands with the task. */
export const stateOf = (task: Pick<TaskView, 'standing' | 'reason' | 'replacedByVersion'>): string => {
  const { standing, reason, replacedByVersion } = task
  const { word } = standingWords[standing]
  if (standing === 'replaced') return `${word} by version ${replacedByVersion}`
  return reason === 'patients-wish' ? `${word}: patient’s wish` : word
}

const openStandings: readonly Standing[] = ['late', 'today', 'on-time']

/** How far a task is carried out: one that is still open says so before how it stands to its due date. */
export const carriedWords = (task: Pick<TaskView, 'standing' | 'reason' | 'replacedByVersion'>): string =>
  openStandings.includes(task.standing) ? `Open, ${stateOf(task).toLowerCase()}` : stateOf(task)

/** How a due date stands to today: `4 d late`, `today`, `2 d`; a closed task tells its last day. */
export const dueWords = ({ standing, dueOn, closedOn }: TaskView, today: Day): string => {
  if (standing === 'today') return 'today'
  if (standing === 'late') return `${daysBetween(dueOn, today)}${nbsp}d late`
  if (standing === 'on-time') return `${daysBetween(today, dueOn)}${nbsp}d`
  if (standing === 'replaced' || closedOn === null) return 'no longer due'
  return `${standing === 'done' ? 'done' : 'closed'} ${showDay(closedOn)}`
}

/** Why a task was done in part or not at all. */
export const shortfallOf = ({ reason, text }: Pick<TaskView, 'reason' | 'text'>): string | null => {
  if (!reason) return text
  return text ? `${shortfallWords[reason]}: ${text}` : shortfallWords[reason]
}
