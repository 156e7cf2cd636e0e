import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { PageHead } from '@/app/_ui/page-head'
import { getSignOffs } from '@/lib/cases/queries/get-sign-offs'
import { type SignOffsView, signatureOf } from '@/lib/cases/sign-off/sign-off'
import type { SignOffSubject } from '@/lib/clinical/sign-off-subjects'
import { requireBoard } from '../../_shell/current-board'
import '../reference.css'
import { signatureWords } from '../signature-words'
import { signOffAreaAsked, signOffAreas } from './areas'
import { SignOffAct } from './sign-off-act'

export const metadata: Metadata = { title: 'Sign-off' }

export default async function SignOffPage({ searchParams }: PageProps<'/reference/sign-off'>) {
  const { actor, boardId, timeZone } = await requireBoard()
  const view = await getSignOffs(actor, { boardId })
  if (!view.ok) notFound()
  const shown = signOffAreaAsked((await searchParams).area)
  const countOf = (subjects: readonly SignOffSubject[]) =>
    subjects.filter((one) => signatureOf(view.value.signed, one)).length
  return (
    <>
      <PageHead
        title="Sign-off"
        note={
          view.value.maySign
            ? 'Check each against its source and sign the version that you read. The next version is unsigned again'
            : 'Who checked what against its source at this hospital. The chair signs'
        }
        actions={<ButtonLink href="/reference">All instruments</ButtonLink>}
      />
      <div className="page stack">
        <nav className="tabs" aria-label="What can be signed off">
          {signOffAreas.map(({ id, title, subjects }) => (
            <Link key={id} href={`/reference/sign-off?area=${id}`} aria-current={id === shown.id ? 'page' : undefined}>
              {title} <b>{`${countOf(subjects)}/${subjects.length}`}</b>
            </Link>
          ))}
        </nav>
        <Card title={shown.title} note={`${countOf(shown.subjects)} of ${shown.subjects.length} signed`}>
          <SubjectTable title={shown.title} subjects={shown.subjects} view={view.value} {...{ boardId, timeZone }} />
        </Card>
        <p className="source-line">
          A rule whose source is still to be confirmed (V3) is a note at most until it is signed here. A signature
          offers no instrument that is held back: its table has to be transcribed first.
        </p>
      </div>
    </>
  )
}

type SubjectTableProps = {
  title: string
  subjects: readonly SignOffSubject[]
  view: SignOffsView
  boardId: string
  timeZone: string
}

function SubjectTable({ title, subjects, view: { maySign, signed }, boardId, timeZone }: SubjectTableProps) {
  return (
    <table className="table as-cards sign-offs">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Verification and source</th>
          <th scope="col">Open questions</th>
          <th scope="col">Signature</th>
        </tr>
      </thead>
      <tbody>
        {subjects.map((subject) => {
          const signature = signatureOf(signed, subject)
          return (
            <tr key={subject.id}>
              <th scope="row">
                {subject.title} <span className="muted nowrap">{`version ${subject.version}`}</span>
              </th>
              <td data-label="Verification and source">
                {subject.verification}
                <span className="under">{subject.source}</span>
              </td>
              <td data-label="Open questions">
                {subject.questions.length === 0 && <span className="muted">None noted</span>}
                {subject.questions.map((question) => (
                  <p key={question}>{question}</p>
                ))}
              </td>
              <td data-label="Signature">
                {signatureWords(signature, timeZone)}
                {signature && <span className="under user-text">{signature.words}</span>}
                {maySign && (
                  <SignOffAct
                    {...{ boardId, kind: subject.kind, subjectId: subject.id, version: subject.version }}
                    title={subject.title}
                    isSigned={signature !== undefined}
                  />
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
