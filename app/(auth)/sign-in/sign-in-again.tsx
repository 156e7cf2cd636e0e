'use client'
import { signIn } from 'next-auth/react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { useIsReady } from '@/app/_ui/use-is-ready'

/** The hospital's sign-in once more, for a person who signs a conclusion: the hospital is asked not to answer from memory. */
export function SignInAgain({ hospital }: { hospital: string }) {
  const isReady = useIsReady()
  return (
    <Card title="Sign in again">
      <div className="form">
        <p>A signature asks for a fresh sign-in. Afterwards go back to the tab with your conclusion.</p>
        <Button
          tone="primary"
          wide
          disabled={!isReady}
          onClick={() => signIn('hospital', { callbackUrl: '/' }, { prompt: 'login' })}
        >
          Sign in with {hospital}
        </Button>
      </div>
    </Card>
  )
}
