'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { WordsDialog } from '@/app/_ui/words-dialog'
import { api, ask } from '@/lib/api/client'
import type { SignOffInput } from '@/lib/cases/sign-off/sign-off'

type SignOffActProps = Pick<SignOffInput, 'boardId' | 'kind' | 'subjectId' | 'version'> & {
  title: string
  isSigned: boolean
}

/** Signs a version off against its source, or takes the signature back. */
export function SignOffAct(props: SignOffActProps) {
  const [isOpen, setOpen] = useState(false)
  const label = props.isSigned ? 'Take back' : 'Sign off'
  return (
    <p className="no-print">
      <button type="button" className="link-btn" aria-label={`${label}: ${props.title}`} onClick={() => setOpen(true)}>
        {label}
      </button>
      {isOpen && <SignOffDialog {...props} onClose={() => setOpen(false)} />}
    </p>
  )
}

function SignOffDialog({ title, isSigned, onClose, ...subject }: SignOffActProps & { onClose: () => void }) {
  const router = useRouter()
  const about = isSigned
    ? {
        title: `Take the signature back: ${title}`,
        description: `Version ${subject.version} counts as not signed from then on. Both acts stay on record.`,
        submit: 'Take back',
        field: { label: 'Why it is taken back' },
      }
    : {
        title: `Sign off: ${title}`,
        description: `Your name and today’s date stand beside version ${subject.version}, and beside no other.`,
        submit: 'Sign off',
        field: {
          label: 'Checked against',
          hint: 'The source with its section or table, and who read it with you, for example a pharmacist.',
        },
      }
  return (
    <WordsDialog
      {...about}
      field={{ name: 'words', limit: 500, ...about.field }}
      busyLabel="Saving"
      onSend={(words, repeating) =>
        ask(api.cases.signOff({ ...subject, act: isSigned ? 'withdrawn' : 'signed', words }, repeating))
      }
      onDone={() => router.refresh()}
      onClose={onClose}
    />
  )
}
