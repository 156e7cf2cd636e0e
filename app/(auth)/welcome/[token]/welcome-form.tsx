'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Card } from '@/app/_ui/card'
import { ErrorSummary } from '@/app/_ui/error-summary'
import { fieldErrors, refusalSentence } from '@/app/_ui/refusal-words'
import { TextField } from '@/app/_ui/text-field'
import { useIsReady } from '@/app/_ui/use-is-ready'
import { api, ask, type Failure } from '@/lib/api/client'

type WelcomeFormProps = {
  token: string
  /** The first administrator's link: asks for name, e-mail address and the first board as well. */
  foundsBoard: boolean
}

type Typed = { name: string; email: string; boardName: string; password: string; again: string }

const differs = 'The two passwords differ. Write the same one twice.'

/** Sets the password of a one-time link, then leads to the sign-in page. */
export function WelcomeForm({ token, foundsBoard }: WelcomeFormProps) {
  const [typed, setTyped] = useState<Typed>({ name: '', email: '', boardName: '', password: '', again: '' })
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const isReady = useIsReady()

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    const { name, email, boardName, password, again } = typed
    if (password !== again) {
      setFailure({ code: 'invalid', fields: [{ path: 'again', message: differs }] })
      return
    }
    setBusy(true)
    const founding = foundsBoard ? { name, email, boardName } : {}
    const answer = await ask(api.people.acceptLink({ token, password, ...founding }))
    if (answer.ok) {
      window.location.assign(`/sign-in?${new URLSearchParams({ reason: 'welcome', email: answer.value.email })}`)
      return
    }
    setFailure(answer.refusal)
    setBusy(false)
  }

  const errors = fieldErrors(failure)
  const problems = Object.entries(errors).map(([fieldId, message]) => ({ fieldId, message }))
  const general = failure && problems.length === 0 ? refusalSentence(failure) : undefined
  const field = (key: keyof Typed) => ({
    id: key,
    name: key,
    required: true,
    value: typed[key],
    error: errors[key],
    onChange: (value: string) => setTyped((before) => ({ ...before, [key]: value })),
  })

  return (
    <Card title={foundsBoard ? 'Found the first board' : 'Set your password'}>
      <form method="post" className="form" onSubmit={submit} noValidate>
        <ErrorSummary problems={problems} general={general} />
        {foundsBoard && (
          <>
            <TextField {...field('name')} label="Your name" hint="as colleagues know you" autoComplete="name" />
            <TextField
              {...field('email')}
              label="E-mail address"
              hint="you sign in with it"
              type="email"
              inputMode="email"
              autoComplete="username"
              spellCheck={false}
            />
            <TextField {...field('boardName')} label="Name of the board" hint="such as Spine board" />
          </>
        )}
        <TextField
          {...field('password')}
          label="Password"
          hint="at least 12 characters; several words are good"
          type="password"
          autoComplete="new-password"
        />
        <TextField {...field('again')} label="Password again" type="password" autoComplete="new-password" />
        <Button type="submit" tone="primary" wide disabled={!isReady} busy={busy} busyLabel="Saving">
          {foundsBoard ? 'Found the board' : 'Set the password'}
        </Button>
      </form>
    </Card>
  )
}
