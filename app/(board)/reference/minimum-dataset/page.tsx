import type { Metadata } from 'next'
import { ButtonLink } from '@/app/_ui/button'
import { NoPermission } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { getDataset } from '@/lib/cases/queries/get-dataset'
import { requireBoard } from '../../_shell/current-board'
import '../reference.css'
import './dataset.css'
import { Dataset } from './dataset'

export const metadata: Metadata = { title: 'Minimum dataset' }

export default async function MinimumDatasetPage() {
  const { actor, boardId, seat, timeZone } = await requireBoard()
  const found = await getDataset(actor, { boardId })
  if (!found.ok) {
    return (
      <div className="page">
        <PageHead title="Minimum dataset" note={seat.boardName} />
        <NoPermission>People with a clinical role on {seat.boardName} read its minimum dataset.</NoPermission>
      </div>
    )
  }
  const { version } = found.value
  return (
    <>
      <PageHead
        title="Minimum dataset"
        note={`${seat.boardName} · ${version === 0 ? 'as shipped' : `version ${version}`} · what a case needs before the board`}
        actions={<ButtonLink href="/reference">Reference</ButtonLink>}
      />
      <Dataset key={version} view={found.value} {...{ boardId, timeZone }} />
    </>
  )
}
