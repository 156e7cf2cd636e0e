import type { Metadata } from 'next'
import { Logo } from '@/app/_ui/logo'
import { Notice } from '@/app/_ui/notice'
import { findLink } from '@/lib/people/queries'
import '../../door.css'
import { WelcomeForm } from './welcome-form'

export const metadata: Metadata = { title: 'Welcome' }

export default async function WelcomePage({ params }: PageProps<'/welcome/[token]'>) {
  const { token } = await params
  const link = await findLink(token)
  return (
    <main className="door">
      <div className="door-head">
        <Logo size={34} />
        <div>
          <h1>Welcome to Spineboard</h1>
          {link?.name && <p className="muted">{link.name}</p>}
        </div>
      </div>
      {link ? (
        <WelcomeForm token={token} foundsBoard={link.firstAdministrator} />
      ) : (
        <Notice kind="refused" title="This link no longer works.">
          It was used already, or it is too old. If you set a password with it, <a href="/sign-in">sign in</a>. Else ask
          the administrator of your board for a new link. The first link of a new server is printed again at its next
          start.
        </Notice>
      )}
    </main>
  )
}
