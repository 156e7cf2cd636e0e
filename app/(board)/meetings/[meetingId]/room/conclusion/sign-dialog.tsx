'use client'
import { useEffect, useRef, useState } from 'react'
import { useIdentity } from '@/app/_identity/hidden-identity'
import type { RunAct } from '@/app/_meeting/use-room'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { Notice } from '@/app/_ui/notice'
import { fieldErrors, refusalWords } from '@/app/_ui/refusal-words'
import { repeatKeys } from '@/app/_ui/repeat-keys'
import { TextField } from '@/app/_ui/text-field'
import { api, ask, type Failure } from '@/lib/api/client'
import { byReason, type StandingStop, stopPath, titlesOf } from '@/lib/cases/pathway/rule-exceptions'
import { birthYearProblem } from '@/lib/deliberation/model/conclusion'
import { signatureMeaning } from '@/lib/deliberation/model/signature'
import type { RoomItemView } from '@/lib/deliberation/model/views'
import type { FieldProblem } from '@/lib/foundation/result'
import { rankOf } from '@/lib/meetings/model/quorum'
import { conclusionFieldId } from './conclusion-fields'
import { ProofField } from './proof-field'
import { type Reasons, StopReasons } from './stop-reasons'
import type { StoredDraft } from './use-conclusion'
import { useProof } from './use-proof'
import { useStops } from './use-stops'
import { WhoseRecord } from './whose-record'

type SignDialogProps = {
  item: RoomItemView
  stored: StoredDraft
  act: RunAct
  /** What was written for the stops of the pathway: it outlives a “Not yet”. */
  reasons: Reasons
  onReason: (path: string, because: string) => void
  onClose: () => void
  /** Problems of the conclusion itself go back to the form. */
  onProblems: (failure: Failure) => void
}

/** A place in this dialog, and no other of the conclusion. */
const isHere = (path: string): boolean =>
  path === 'patientBirthYear' || path === 'password' || path.startsWith('stops.')

/**
 * The last look before signing: whose record this is, the year of birth typed again (DESIGN P12), why the board goes on despite
 * what the pathway stops at, and the password. No reason is sent before the year and the password are right: it would stand in the
 * record of somebody else, or in somebody else's name.
 */
export function SignDialog({ item, stored, act, reasons, onReason, onClose, onProblems }: SignDialogProps) {
  const [year, setYear] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [repeats] = useState(repeatKeys)
  const { stops, load } = useStops(item.caseId)
  const proof = useProof()
  const { bornOn } = item.patient
  const { isHidden } = useIdentity()
  const yearId = conclusionFieldId('patientBirthYear')
  const errors = fieldErrors(failure)
  // The switch that shows the identity goes with it, and would take the focus along.
  const wasHidden = useRef(isHidden)
  useEffect(() => {
    if (wasHidden.current && !isHidden) document.getElementById(yearId)?.focus()
    wasHidden.current = isHidden
  }, [isHidden, yearId])
  const patientBirthYear = year.trim() === '' ? null : year.trim()
  const problemsHere = (open: readonly StandingStop[]): FieldProblem[] => {
    const wrongPatient = birthYearProblem(bornOn, patientBirthYear)
    const unanswered = byReason(open).filter(([stop]) => !reasons.get(stopPath(stop))?.trim())
    return [
      ...(wrongPatient ? [wrongPatient] : []),
      ...unanswered.map((together) => ({
        path: stopPath(together[0]),
        message: `Write why the board goes on despite: ${titlesOf(together)}.`,
      })),
      ...(proof.isMissing ? [{ path: 'password', message: 'Enter your password.' }] : []),
    ]
  }
  const sign = async (): Promise<Failure | null> => {
    const { conclusionId, draftVersion } = stored
    const known = await load()
    if (!known.ok) return known.refusal
    const open = known.value.filter(({ gone }) => gone === null)
    const fields = problemsHere(open)
    if (fields.length > 0) return { code: 'invalid', fields }
    const proved = await proof.prove()
    if (!proved.ok) return proved.refusal
    for (const [stop] of byReason(open)) {
      const { ruleId, option, says } = stop
      const because = reasons.get(stopPath(stop)) ?? ''
      const input = { caseId: item.caseId, ruleId, optionId: option?.optionId, says, because }
      const given = await ask(api.cases.exceptRule(input))
      if (!given.ok) return given.refusal
    }
    if (conclusionId === null) return null
    const input = { conclusionId, draftVersion, patientBirthYear, proof: proved.proof }
    return act(() => api.deliberation.signConclusion(input, { context: { repeats } }))
  }
  const submit = async () => {
    setBusy(true)
    const refused = await sign()
    setBusy(false)
    if (!refused) return onClose()
    if ('password' in fieldErrors(refused)) proof.forget()
    if (Object.keys(fieldErrors(refused)).some((path) => !isHere(path))) return onProblems(refused)
    setFailure(refused)
  }
  const named = Object.entries(errors).map(([path, message]) => ({ fieldId: conclusionFieldId(path), message }))
  return (
    <Dialog
      open
      kind="irreversible"
      onClose={onClose}
      title="Sign this conclusion?"
      description="Signing freezes the record as it is known now. Later changes are new versions."
      actions={
        <>
          <Button onClick={onClose}>Not yet</Button>
          {!isHidden && (
            <Button tone="primary" busy={busy} busyLabel="Signing" onClick={() => void submit()}>
              Sign
            </Button>
          )}
        </>
      }
    >
      <ErrorSummary problems={named} />
      {failure && named.length === 0 && (
        <Notice kind="refused" title={refusalWords(failure).title} announce="alert">
          {refusalWords(failure).next}
        </Notice>
      )}
      <WhoseRecord of={item}>
        {bornOn === null ? (
          <p>No birth date is on record. Make sure that this is the right patient.</p>
        ) : (
          <TextField
            id={yearId}
            label="Year of birth"
            hint="Four digits, to confirm whose record this is."
            required
            inputMode="numeric"
            value={year}
            onChange={setYear}
            error={errors.patientBirthYear}
          />
        )}
        {stops?.length === 0 && <p className="small quiet">No stop of the pathway stands.</p>}
        {stops && stops.length > 0 && <StopReasons {...{ stops, reasons, errors, onReason }} />}
        <div className="sign-proof">
          <ProofField id={conclusionFieldId('password')} of={proof} error={errors.password} />
          <p className="small quiet">{signatureMeaning[rankOf(item.quorum)]}</p>
        </div>
      </WhoseRecord>
    </Dialog>
  )
}
