'use client'
import { signIn } from 'next-auth/react'
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { Notice } from '@/app/_ui/notice'
import { TextField } from '@/app/_ui/text-field'
import { useIsReady } from '@/app/_ui/use-is-ready'
import { type DemoSignIn, DemoSignIns } from './demo-sign-ins'
import { refusedWords } from './sign-in-words'

type SignInFormProps = {
  /** The path to open afterwards; checked by the page. */
  returnTo: string
  email: string
  /** Name of the hospital's own sign-in, or null when there is none. */
  hospital: string | null
  demo: readonly DemoSignIn[]
}

/** E-mail and password, the hospital's sign-in, and in the demo the people to choose from. */
export function SignInForm({ returnTo, email: given, hospital, demo }: SignInFormProps) {
  const [email, setEmail] = useState(given)
  const [password, setPassword] = useState('')
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const isReady = useIsReady()
  const [refused, setRefused] = useState<{ title: string; next: string } | null>(null)
  const form = useRef<HTMLFormElement>(null)

  // What was typed or filled in by a password manager before the page answered to scripts stays.
  useLayoutEffect(() => {
    if (!form.current) return
    const typed = new FormData(form.current)
    setEmail(String(typed.get('email') ?? ''))
    setPassword(String(typed.get('password') ?? ''))
  }, [])

  const missing = (value: string, words: string) => (asked && value.trim() === '' ? words : undefined)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setAsked(true)
    if (busy || email.trim() === '' || password === '') return
    setBusy(true)
    setRefused(null)
    const answer = await signIn('password', { email, password, redirect: false }).catch(() => undefined)
    if (answer?.ok) {
      // A full load, so that nothing of an earlier person stays in memory.
      window.location.assign(returnTo)
      return
    }
    setRefused(refusedWords(answer?.error ?? undefined))
    setBusy(false)
  }

  return (
    <>
      <Card title="Sign in">
        <form ref={form} method="post" className="form" onSubmit={submit} noValidate>
          {refused && (
            <Notice kind="refused" title={refused.title} announce="alert">
              {refused.next}
            </Notice>
          )}
          <TextField
            label="E-mail address"
            name="email"
            type="email"
            autoComplete="username"
            inputMode="email"
            spellCheck={false}
            required
            value={email}
            onChange={setEmail}
            error={missing(email, 'Write your e-mail address.')}
          />
          <TextField
            label="Password"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onChange={setPassword}
            error={missing(password, 'Write your password.')}
          />
          <Button type="submit" tone="primary" wide disabled={!isReady} busy={busy} busyLabel="Signing in">
            Sign in
          </Button>
          {hospital && (
            <Button wide onClick={() => signIn('hospital', { callbackUrl: returnTo })}>
              Sign in with {hospital}
            </Button>
          )}
        </form>
      </Card>
      <DemoSignIns
        people={demo}
        onChoose={(person) => {
          setEmail(person.email)
          setPassword(person.password)
          setRefused(null)
        }}
        chosen={email}
      />
    </>
  )
}
