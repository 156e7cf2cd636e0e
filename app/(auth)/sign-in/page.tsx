import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { Logo } from '@/app/_ui/logo'
import { Notice } from '@/app/_ui/notice'
import { demoSignIns } from '@/db/seed/demo-people'
import { serverEnv } from '@/lib/foundation/env'
import { getActor } from '@/lib/people/session'
import '../door.css'
import { returnPath } from './return-path'
import { SignInAgain } from './sign-in-again'
import { SignInForm } from './sign-in-form'
import { arrivalWords } from './sign-in-words'

export const metadata: Metadata = { title: 'Sign in' }

const single = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const { callbackUrl, reason, error, email, again } = await searchParams
  const path = returnPath(single(callbackUrl))
  const { SPINEBOARD_DEMO, OIDC_NAME } = serverEnv()
  // Before a signature, a person without a password here signs in at the hospital once more.
  const isAgain = single(again) === 'hospital' && OIDC_NAME !== undefined
  if (!isAgain && (await getActor())) redirect(path)
  const arrival = arrivalWords(single(reason), single(error))
  return (
    <main className="door">
      <div className="door-head">
        <Logo size={34} />
        <div>
          <h1>Spineboard</h1>
          <p className="muted">Tumour board for spinal metastases</p>
        </div>
      </div>
      {arrival && (
        <Notice kind={arrival.kind} title={arrival.title}>
          {arrival.next}
        </Notice>
      )}
      {isAgain && OIDC_NAME !== undefined ? (
        <SignInAgain hospital={OIDC_NAME} />
      ) : (
        <SignInForm
          returnTo={path}
          email={single(email) ?? ''}
          hospital={OIDC_NAME ?? null}
          demo={
            SPINEBOARD_DEMO
              ? demoSignIns.map(({ name, email, password, role }) => ({ name, email, password, role }))
              : []
          }
        />
      )}
      <p className="source-line">Decision support, not a medical device: the clinician decides.</p>
    </main>
  )
}
