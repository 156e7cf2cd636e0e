import type { Metadata } from 'next'
import Link from 'next/link'
import { Fragment } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { PageHead } from '@/app/_ui/page-head'
import { getSignOffs } from '@/lib/cases/queries/get-sign-offs'
import { signatureOf } from '@/lib/cases/sign-off/sign-off'
import type { Instrument } from '@/lib/clinical/instrument'
import { heldBack, instrumentGroups } from '@/lib/clinical/instruments/instruments'
import { requireBoard } from '../_shell/current-board'
import { directionWords, resultWords, verificationWords } from './instrument-words'
import './reference.css'
import { signatureWords } from './signature-words'

export const metadata: Metadata = { title: 'Reference' }

export default async function ReferencePage() {
  const { actor, boardId, timeZone } = await requireBoard()
  const signOffs = await getSignOffs(actor, { boardId })
  const signed = signOffs.ok ? signOffs.value.signed : []
  const signature = ({ id, version }: Instrument) =>
    signatureWords(signatureOf(signed, { kind: 'instrument', id, version }), timeZone)
  return (
    <>
      <PageHead
        title="Reference"
        note="Every score, grade and framework in use: its questions, points, bands, source and worked examples"
        actions={
          <>
            <ButtonLink href="/reference/meeting-rules">How the board meets</ButtonLink>
            <ButtonLink href="/reference/protocols">Local protocols</ButtonLink>
            <ButtonLink href="/reference/minimum-dataset">Minimum dataset</ButtonLink>
            <ButtonLink href="/reference/catalogue">Treatment options</ButtonLink>
            <ButtonLink href="/reference/pathway">Pathway rules</ButtonLink>
            <ButtonLink href="/reference/sign-off">Sign-off</ButtonLink>
          </>
        }
      />
      <div className="page">
        <div className="card reference">
          <table className="table as-cards">
            <caption className="visually-hidden">Instruments</caption>
            <thead>
              <tr>
                <th scope="col">Instrument</th>
                <th scope="col">Result</th>
                <th scope="col">Direction</th>
                <th scope="col">Verification</th>
                <th scope="col">Version</th>
                <th scope="col">Source</th>
              </tr>
            </thead>
            {instrumentGroups.map(({ title, of }) => (
              <tbody key={title}>
                <tr className="group">
                  <th scope="rowgroup" colSpan={6}>
                    {title}
                  </th>
                </tr>
                {of.map((instrument) => (
                  <tr key={`${instrument.id} ${instrument.version}`}>
                    <th scope="row">
                      <Link href={`/reference/${instrument.id}`}>{instrument.title}</Link>
                      <span className="under">{instrument.asks}</span>
                    </th>
                    <td data-label="Result">{resultWords(instrument)}</td>
                    <td data-label="Direction">{directionWords[instrument.direction]}</td>
                    <td data-label="Verification">{verificationWords[instrument.status]}</td>
                    <td data-label="Version">
                      {instrument.version}
                      <span className="under">{signature(instrument)}</span>
                    </td>
                    <td data-label="Source" className="source">
                      {instrument.source}
                    </td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </div>
        <Card title="Held back" note="declared and tested, not offered until the paper is transcribed">
          <dl className="facts">
            {heldBack.map((instrument) => (
              <Fragment key={instrument.id}>
                <dt>
                  <Link href={`/reference/${instrument.id}`}>{instrument.title}</Link>
                </dt>
                <dd>
                  {instrument.heldBack} <span className="muted">{instrument.source}</span>
                  <span className="under">{signature(instrument)}</span>
                </dd>
              </Fragment>
            ))}
          </dl>
        </Card>
        <p className="source-line">
          Results support clinical judgement and do not replace it. A missing answer gives a possible range, never a
          score.
        </p>
      </div>
    </>
  )
}
