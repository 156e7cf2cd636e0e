import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { emptyContact, emptyPatient } from '../../_patient-draft'
import { PatientConflicts } from './patient-conflicts'
import { mergedWith } from './patient-edits'

test('each choice between two corrections says aloud what it is about', () => {
  const of = (givenName: string, title: string) => ({ ...emptyPatient, familyName: 'Ardenwick', givenName, title })
  const base = { patient: of('', ''), contact: emptyContact }
  const now = { patient: of('Marena', 'Ms'), contact: emptyContact, version: 4 }
  const edits = mergedWith({ typed: of('Maren', 'Dr'), over: 3, base }, now, 'K. Davenport')
  if (!edits) throw new Error('Nothing is left')
  const html = renderToStaticMarkup(<PatientConflicts edits={edits} onEdits={() => undefined} />)
  const names = [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, words]) => words?.replace(/<[^>]+>/g, ''))
  expect(names).toEqual([
    'Keep mine for Given name',
    'Take theirs for Given name',
    'Keep mine for Title',
    'Take theirs for Title',
  ])
})
