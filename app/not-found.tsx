import type { Metadata } from 'next'
import { ButtonLink } from './_ui/button'
import { Empty } from './_ui/notice'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main className="page">
      <h1 className="visually-hidden">Not found</h1>
      <Empty title="This page was not found." action={<ButtonLink href="/">Go to the start</ButtonLink>}>
        It may have moved, or it belongs to a board where you have no role. Check the address, or start again.
      </Empty>
    </main>
  )
}
