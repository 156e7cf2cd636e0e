import type { Metadata } from 'next'
import { Fragment } from 'react'
import { ButtonLink } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { PageHead } from '@/app/_ui/page-head'
import { getPacks } from '@/lib/cases/queries/get-packs'
import { openQuestions } from '@/lib/clinical/pathway/open-questions'
import { packIds, packs } from '@/lib/clinical/pathway/packs'
import { pathwayRules, ruleGroups } from '@/lib/clinical/pathway/rules'
import { showDay } from '@/lib/foundation/time'
import { requireBoard } from '../../_shell/current-board'
import '../reference.css'
import { PackChoice } from './pack-choice'
import { RuleTable } from './rule-table'

export const metadata: Metadata = { title: 'Pathway rules' }

const anchorOf = (title: string) => title.toLowerCase().replaceAll(/[^a-z]+/g, '-')
const ruleCount = new Set(pathwayRules.map(({ id }) => id)).size

export default async function PathwayPage() {
  const { actor, boardId, timeZone } = await requireBoard()
  const chosen = await getPacks(actor, { boardId })
  return (
    <>
      <PageHead
        title="Pathway rules"
        note={`${ruleCount} rules: what each asks, how strongly, how well its source was read. They inform; a clinician can always go on`}
        actions={<ButtonLink href="/reference">All instruments</ButtonLink>}
      />
      <div className="page stack">
        <Card title="Packs" note="packs disagree, and their limits are never merged">
          {chosen.ok && <PackChoice key={chosen.value.version} view={chosen.value} {...{ boardId, timeZone }} />}
          <dl className="facts">
            {packIds.map((id) => (
              <Fragment key={id}>
                <dt>{packs[id].title}</dt>
                <dd>
                  {`${packs[id].publisher}: ${packs[id].document}, ${packs[id].published}. `}
                  <span className="muted">
                    {`Version ${packs[id].version}, checked ${showDay(packs[id].checkedOn)}, ${packs[id].reviewer ?? 'signed by nobody yet'}.`}
                  </span>
                </dd>
              </Fragment>
            ))}
          </dl>
        </Card>
        <nav className="tabs" aria-label="Groups of rules">
          {ruleGroups.map(({ title, of }) => (
            <a key={title} href={`#${anchorOf(title)}`}>
              {title} <b>{of.length}</b>
            </a>
          ))}
        </nav>
        {ruleGroups.map(({ title, of }) => (
          <Card key={title} id={anchorOf(title)} title={title} note={`${of.length} rules`}>
            <RuleTable title={title} rules={of} />
          </Card>
        ))}
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
        <p className="source-line">
          Rules are paraphrased and cited, never reproduced. A rule whose source is still to be confirmed is a note at
          most.
        </p>
      </div>
    </>
  )
}
