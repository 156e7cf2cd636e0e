import { ButtonLink } from '@/app/_ui/button'
import { TextField } from '@/app/_ui/text-field'
import type { useProof } from './use-proof'

type ProofFieldProps = { id: string; of: ReturnType<typeof useProof>; error: string | undefined }

/** Where the person who signs proves who they are: the password again, or for who has none a fresh sign-in at the hospital. */
export function ProofField({ id, of, error }: ProofFieldProps) {
  const { asked, password, setPassword } = of
  if (asked?.provesBy === 'hospital') {
    return (
      <div className="field" id={id} tabIndex={-1}>
        {asked.isFresh ? (
          <p>You signed in at the hospital within the last 10 minutes: that stands for your password.</p>
        ) : (
          <>
            <p>
              You have no password here. Sign in at the hospital again in a new tab, then come back and sign. What you
              wrote stays here.
            </p>
            <p>
              <ButtonLink href="/sign-in?again=hospital" target="_blank">
                Sign in again
              </ButtonLink>
            </p>
          </>
        )}
        {error !== undefined && <p className="field-error">{error}</p>}
      </div>
    )
  }
  return (
    <TextField
      id={id}
      label="Your password"
      hint="Entered again: the signature is yours alone."
      type="password"
      autoComplete="current-password"
      required
      value={password}
      onChange={setPassword}
      error={error}
    />
  )
}
