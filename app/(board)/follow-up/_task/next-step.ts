import { closingWords } from '@/lib/follow-up/model'
import type { ClosedTaskView } from '@/lib/follow-up/worklist'

export type NextStep = { caseId: string; title: string; next: string; link: string }

/** What was recorded of a task that has just been closed, and what comes next for its case; null for a task that is not. */
export function nextStep(task: ClosedTaskView): NextStep | null {
  const { state, reason, caseId, caseCode, openInCase, died } = task
  if (state === 'open' || state === 'replaced') return null
  const title = `“${closingWords[state]}” is recorded for ${task.title}, case ${caseCode}.`
  if (reason === 'died' && !died) {
    return {
      caseId,
      title,
      next: 'Record the death as a visit, so that every list shows it.',
      link: 'Record the death',
    }
  }
  if (openInCase > 0) {
    const next = `${openInCase} ${openInCase === 1 ? 'task of this case is' : 'tasks of this case are'} still open.`
    return { caseId, title, next, link: 'See them' }
  }
  const next = died
    ? 'No task of this case is open any more.'
    : 'No task of this case is open any more. Record how the patient is at the next visit.'
  return { caseId, title, next, link: died ? 'See the case' : 'Record a visit' }
}
