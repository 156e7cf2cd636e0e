import type { Metadata } from 'next'
import { ButtonLink } from '@/app/_ui/button'
import { Empty } from '@/app/_ui/notice'

export const metadata: Metadata = { title: 'Not found' }

/** Hidden and missing look the same, so that a stranger learns nothing. */
export default function NotFoundOnBoard() {
  return (
    <div className="page">
      <h1 className="visually-hidden">Not found</h1>
      <Empty title="This was not found." action={<ButtonLink href="/">Go to the start</ButtonLink>}>
        It may be gone, or it belongs to another board. If you work on several boards, change the board at the lower
        left first.
      </Empty>
    </div>
  )
}
