'use client'
import { Button } from '@/app/_ui/button'
import { Notice } from '@/app/_ui/notice'
import type { CandidateView } from '@/lib/cases/person-likeness'
import type { Day } from '@/lib/foundation/time'
import { showIdentifier, showName } from '@/lib/foundation/words'
import { bornWords, sexWords } from '../[caseId]/_banner-facts'
import type { Candidates } from './use-candidates'

/** Id of the list, for the link beside the main act. */
export const candidatesId = 'similar-patients'

type CandidateListProps = {
  candidates: Candidates
  today: Day
  /** Whether the case was to be opened while somebody here is likely the very person. */
  isAsked: boolean
  onUse: (person: CandidateView) => void
}

/** Name, birth date, sex and identifier of a person, in one line for comparing. */
export function personWords(
  { familyName, givenName, suffix, bornOn, sex, identifier, identifierIssuer, foundAs }: CandidateView,
  today: Day,
) {
  return {
    name: showName({ family: familyName, given: givenName, suffix }),
    rest: [
      bornOn ? `Born ${bornWords(bornOn, today)}` : 'Birth date not known',
      sex === 'not-known' ? 'Sex not known' : sexWords[sex],
      identifier ? showIdentifier(identifier, identifierIssuer ?? 'Identifier') : 'No identifier',
      ...(foundAs === null ? [] : [`recorded before as ${foundAs}`]),
    ].join(', '),
  }
}

/** People of the board who may be the one being typed. They stand here before a second record is made. */
export function CandidateList({ candidates, today, isAsked, onUse }: CandidateListProps) {
  if (candidates.kind === 'unchecked') {
    return (
      <Notice kind="failed" announce="status" title="Could not look for similar patients.">
        Compare with the case list before you open the case.
      </Notice>
    )
  }
  const people = candidates.kind === 'found' ? candidates.people : []
  return (
    <div role="status" id={candidatesId}>
      {people.length > 0 && (
        <Notice kind="stale" title={people.length === 1 ? 'Is it this patient?' : 'Is it one of these patients?'}>
          {isAsked
            ? 'No case was opened yet: name and birth date, or the number, are on record. Use the patient below, or open the case for another patient.'
            : 'Compare birth date and identifier. If none fits, go on typing.'}
        </Notice>
      )}
      {people.length > 0 && (
        <ul className="candidates">
          {people.map((person) => {
            const { name, rest } = personWords(person, today)
            return (
              <li key={person.patientId} className="candidate">
                <span className="candidate-who">
                  <b>{name}</b>
                  {person.why.map((reason) => (
                    <span key={reason} className="chip">
                      {reason}
                    </span>
                  ))}
                  <span className="muted">{rest}</span>
                </span>
                <Button size="small" onClick={() => onUse(person)} aria-label={`Use this patient: ${name}`}>
                  Use this patient
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
