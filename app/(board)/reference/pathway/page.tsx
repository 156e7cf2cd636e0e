import type { Metadata } from 'next'
import Link from 'next/link'
import { Fragment } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { PageHead } from '@/app/_ui/page-head'
import { getPacks } from '@/lib/cases/queries/get-packs'
import { getSignOffs } from '@/lib/cases/queries/get-sign-offs'
import { type SignOff, signatureOf } from '@/lib/cases/sign-off/sign-off'
import { openQuestions } from '@/lib/clinical/pathway/open-questions'
import { packIds, packs } from '@/lib/clinical/pathway/packs'
import { pathwayRules } from '@/lib/clinical/pathway/rules'
import { showDay } from '@/lib/foundation/time'
import { requireBoard } from '../../_shell/current-board'
import '../reference.css'
import { signatureWords } from '../signature-words'
import { type Area, addressOf, areaAsked, areas } from './areas'
import { DrugsCard } from './drugs-card'
import { PackChoice } from './pack-choice'
import { RuleTable } from './rule-table'

export const metadata: Metadata = { title: 'Pathway rules' }

const ruleCount = new Set(pathwayRules.map(({ id }) => id)).size

export default async function PathwayPage({ searchParams }: PageProps<'/reference/pathway'>) {
  const { actor, boardId, timeZone } = await requireBoard()
  const signOffs = await getSignOffs(actor, { boardId })
  const signed = signOffs.ok ? signOffs.value.signed : []
  const shown = areaAsked((await searchParams).area)
  return (
    <>
      <PageHead
        title="Pathway rules"
        note={`${ruleCount} rules: what each asks, how strongly, how well its source was read. They inform; a clinician can always go on`}
        actions={
          <>
            <ButtonLink href="/reference/sign-off">Sign-off</ButtonLink>
            <ButtonLink href="/reference">All instruments</ButtonLink>
          </>
        }
      />
      <div className="page stack">
        <nav className="tabs" aria-label="Areas of the pathway">
          {areas.map((area) => (
            <Link key={area.id} href={addressOf(area)} aria-current={area === shown ? 'page' : undefined}>
              {area.title} <b>{area.count}</b>
            </Link>
          ))}
        </nav>
        <AreaCard area={shown} {...{ signed, timeZone }} />
        <p className="source-line">
          Rules are paraphrased and cited, never reproduced. A rule whose source is still to be confirmed is a note at
          most.
        </p>
      </div>
    </>
  )
}

type Signed = { signed: readonly SignOff[]; timeZone: string }

function AreaCard({ area, signed, timeZone }: { area: Area } & Signed) {
  switch (area.shows) {
    case 'rules':
      return (
        <Card title={area.title} note={`${area.count} rules`}>
          <RuleTable title={area.title} rules={area.rules} {...{ signed, timeZone }} />
        </Card>
      )
    case 'drugs':
      return <DrugsCard />
    case 'packs':
      return <PacksCard signed={signed} />
    case 'questions':
      return <QuestionsCard />
  }
}

/** By which packs the board works, and what each is. */
async function PacksCard({ signed }: Pick<Signed, 'signed'>) {
  const { actor, boardId, timeZone } = await requireBoard()
  const chosen = await getPacks(actor, { boardId })
  return (
    <Card title="Packs" note="packs disagree, and their limits are never merged">
      {chosen.ok && <PackChoice key={chosen.value.version} view={chosen.value} {...{ boardId, timeZone }} />}
      <dl className="facts">
        {packIds.map((id) => (
          <Fragment key={id}>
            <dt>{packs[id].title}</dt>
            <dd>
              {`${packs[id].publisher}: ${packs[id].document}, ${packs[id].published}. `}
              <span className="muted">
                {`Version ${packs[id].version}, checked ${showDay(packs[id].checkedOn)}. ${signatureWords(signatureOf(signed, { ...packs[id], kind: 'pack' }), timeZone)}.`}
              </span>
            </dd>
          </Fragment>
        ))}
      </dl>
    </Card>
  )
}

function QuestionsCard() {
  return (
    <Card title="To be checked" note="by a clinician, against the source, before the rules are relied on">
      <dl className="facts">
        {openQuestions.map(({ about, question }) => (
          <Fragment key={about}>
            <dt>{about}</dt>
            <dd>{question}</dd>
          </Fragment>
        ))}
      </dl>
    </Card>
  )
}
