import { useEffect, useRef, useState } from 'react'
import { api, ask, type Failure } from '@/lib/api/client'
import type { ProofMeans } from '@/lib/people/model'

type Asked = { provesBy: ProofMeans; isFresh: boolean }
type Proved = { ok: true; proof: string } | { ok: false; refusal: Failure }

/**
 * The proof of who signs: how this person gives it (null until known), the password as typed, and `prove`, which asks for one. A
 * proof that was not spent is used again as long as the same password stands there, so that a second try asks nothing twice.
 */
export function useProof() {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [password, setPassword] = useState('')
  const given = useRef<{ password: string; proof: string } | null>(null)
  useEffect(() => {
    const look = async () => {
      const answer = await ask(api.people.keepSession({}))
      if (answer.ok) setAsked(answer.value)
    }
    // Also on the way back from the hospital's page in another tab.
    const again = () => void look()
    again()
    window.addEventListener('focus', again)
    return () => window.removeEventListener('focus', again)
  }, [])
  const isMissing = asked?.provesBy !== 'hospital' && password === ''
  const prove = async (): Promise<Proved> => {
    if (given.current?.password === password) return { ok: true, proof: given.current.proof }
    const answer = await ask(api.people.prove({ password: asked?.provesBy === 'hospital' ? null : password }))
    if (!answer.ok) return answer
    given.current = { password, ...answer.value }
    return { ok: true, ...answer.value }
  }
  return {
    ...{ asked, password, setPassword, isMissing, prove },
    /** What was given does not count any more. */
    forget: () => {
      given.current = null
    },
  }
}
