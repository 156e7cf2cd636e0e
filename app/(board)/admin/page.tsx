import type { Metadata } from 'next'
import { NoPermission } from '@/app/_ui/notice'
import { PageHead } from '@/app/_ui/page-head'
import { arePhotosShown, listPeople } from '@/lib/people/queries'
import { requireBoard } from '../_shell/current-board'
import { FoundBoard } from './found-board'
import { InvitePerson } from './invite-person'
import { PeopleTable } from './people-table'
import { PhotosSetting } from './photos-setting'
import './admin.css'

export const metadata: Metadata = { title: 'People' }

export default async function AdminPage() {
  const { actor, boardId, seat, timeZone } = await requireBoard()
  const people = await listPeople(actor, boardId)
  const photosShown = await arePhotosShown(actor, boardId)
  if (!people || photosShown === null) {
    return (
      <div className="page">
        <PageHead title="People" note={seat.boardName} />
        <NoPermission>The administrator of {seat.boardName} manages its people.</NoPermission>
      </div>
    )
  }
  return (
    <>
      <PageHead
        title="People"
        note={`${seat.boardName}, ${people.length === 1 ? '1 person' : `${people.length} people`}`}
        actions={
          <>
            <FoundBoard />
            <InvitePerson boardId={boardId} timeZone={timeZone} />
          </>
        }
      />
      <div className="page stack">
        <PeopleTable people={people} boardId={boardId} selfId={actor.userId} timeZone={timeZone} />
        <PhotosSetting boardId={boardId} shown={photosShown} />
      </div>
    </>
  )
}
