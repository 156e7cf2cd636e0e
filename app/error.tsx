'use client'
import { Broken } from './_ui/broken'

type ErrorPageProps = { error: unknown; retry: () => void }

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <main>
      <Broken problem={error} onRetry={retry} />
    </main>
  )
}
