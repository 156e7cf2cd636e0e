import Link from 'next/link'
import { codeOf } from '@/lib/deliberation/model/signature'
import type { ConclusionView } from '@/lib/deliberation/model/views'
import { showInstant } from '@/lib/foundation/time'
import { proofWords } from '@/lib/people/model'

type SignatureOfProps = { conclusion: ConclusionView; timeZone: string; replacedBy: number | null }

/** Who signed what and when, what that means, and the code by which the paper is checked. Nothing under a draft. */
export function SignatureOf({ conclusion, timeZone, replacedBy }: SignatureOfProps) {
  const { version, signedBy, signedAt, snapshotSha256, signature } = conclusion
  if (signedAt === null || snapshotSha256 === null) return null
  const code = codeOf(snapshotSha256)
  return (
    <section className="card-body" aria-label={`Signature of version ${version}`}>
      <div className="signature">
        <p>
          <b>
            Signed by {signedBy ?? 'nobody'}, {showInstant(signedAt, timeZone)}
          </b>
          {signature !== null && ` (${proofWords[signature.provedBy]})`}
        </p>
        {signature !== null && <p>“{signature.meaning}”</p>}
        <p>
          {replacedBy === null
            ? `This signature belongs to version ${version}, which is in force.`
            : `This signature belongs to version ${version}, which version ${replacedBy} replaced.`}
        </p>
        <p className="small quiet">
          Code{' '}
          <Link href={`/verify#${code}`} className="ident">
            {code}
          </Link>{' '}
          · SHA-256 of the record <span className="ident">{snapshotSha256}</span>
        </p>
      </div>
    </section>
  )
}
