import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { getSignOffs } from '@/lib/cases/queries/get-sign-offs'
import { signatureOf } from '@/lib/cases/sign-off/sign-off'
import { type Instrument, readAny } from '@/lib/clinical/instrument'
import { findInstrument, heldBack } from '@/lib/clinical/instruments/instruments'
import { validationsOf } from '@/lib/clinical/validation-figures'
import { requireBoard } from '../../_shell/current-board'
import { directionWords, resultWords, verificationWords } from '../instrument-words'
import '../reference.css'
import { signatureWords } from '../signature-words'
import { Bands } from './bands'
import { EdgeRules } from './edge-rules'
import { Examples } from './examples'
import { ItemTable } from './item-table'
import { TryInstrument } from './try-instrument'

type Props = PageProps<'/reference/[instrumentId]'>

/** The newest version of an instrument; one that is held back is here to be checked and signed, and reads nothing. */
const shownInstrument = (id: string): Instrument | undefined =>
  findInstrument(id) ?? heldBack.find((instrument) => instrument.id === id)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: shownInstrument((await params).instrumentId)?.title ?? 'Not found' }
}

export default async function InstrumentPage({ params }: Props) {
  const { actor, boardId, timeZone } = await requireBoard()
  const instrument = shownInstrument((await params).instrumentId)
  if (!instrument) notFound()
  const signOffs = await getSignOffs(actor, { boardId })
  const { id, version } = instrument
  const signature = signOffs.ok ? signatureOf(signOffs.value.signed, { kind: 'instrument', id, version }) : undefined
  return (
    <>
      <PageHead
        title={instrument.title}
        note={instrument.asks}
        actions={<ButtonLink href="/reference">All instruments</ButtonLink>}
      />
      <div className="page reference-page">
        <div className="stack">
          {instrument.heldBack !== undefined && (
            <Notice kind="stale" title="Held back: offered to nobody.">
              {instrument.heldBack}
            </Notice>
          )}
          <About instrument={instrument} signature={signatureWords(signature, timeZone)} />
          <Card title="Questions and points">
            {Object.entries(instrument.items).map(([key, item]) => (
              <ItemTable key={key} item={item} />
            ))}
          </Card>
          <Bands instrument={instrument} />
          <Validations instrument={instrument} />
          <Considerations instrument={instrument} />
          <EdgeRules instrument={instrument} />
          <Examples instrument={instrument} />
        </div>
        {instrument.heldBack === undefined && (
          <div className="try stack">
            <TryInstrument instrumentId={instrument.id} />
          </div>
        )}
      </div>
    </>
  )
}

function About({ instrument, signature }: { instrument: Instrument; signature: string }) {
  const { direction, status, version, source } = instrument
  return (
    <Card title="About" note={`version ${version}`}>
      <dl className="facts">
        <dt>Result</dt>
        <dd>{resultWords(instrument)}</dd>
        <dt>Direction</dt>
        <dd>{directionWords[direction]}</dd>
        <dt>Source</dt>
        <dd>{source}</dd>
        <dt>Verification</dt>
        <dd>
          {verificationWords[status]} ({status})
        </dd>
        <dt>Sign-off</dt>
        <dd>{signature}</dd>
      </dl>
    </Card>
  )
}

/** What later cohorts found of a score of survival: figures of the studies, never of one patient. */
function Validations({ instrument }: { instrument: Instrument }) {
  const validations = validationsOf(instrument.id)
  if (validations.length === 0) return null
  return (
    <Card title="In later cohorts" note="as the abstracts of the studies tell it (REFERENCE 5.1)">
      <table className="table as-cards">
        <caption className="visually-hidden">What later cohorts found of {instrument.title}</caption>
        <thead>
          <tr>
            <th scope="col">Study</th>
            <th scope="col">Cohort</th>
            <th scope="col">Found</th>
          </tr>
        </thead>
        <tbody>
          {validations.map(({ study, cohort, result }) => (
            <tr key={study}>
              <th scope="row">{study}</th>
              <td data-label="Cohort">{cohort}</td>
              <td data-label="Found">{result}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="source-line">
        AUC and c tell how well a score puts those who live longer before those who do not: 0.5 is chance, 1 is always
        right. They do not tell whether its percentages hold.
      </p>
    </Card>
  )
}

/** Everything that a framework can raise: with no answer given, all of it is still possible. */
function Considerations({ instrument }: { instrument: Instrument }) {
  // The questions of a checklist name its lines already.
  if (instrument.form === 'checklist') return null
  const open = readAny(instrument, {})
  if (open.form !== 'rule' || open.kind !== 'incomplete') return null
  return (
    <Card title="Considerations it can raise">
      <table className="table as-cards">
        <caption className="visually-hidden">Considerations with the number of their rule</caption>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">Group</th>
            <th scope="col">Consideration</th>
          </tr>
        </thead>
        <tbody>
          {[...open.findings, ...open.possible].map(({ id, group, text }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td data-label="Group">{group}</td>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
