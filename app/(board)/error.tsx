'use client'
import { Broken } from '@/app/_ui/broken'

type ErrorPageProps = { error: unknown; retry: () => void }

/** Keeps the navigation when a page of the board breaks. */
export default function BoardErrorPage({ error, retry }: ErrorPageProps) {
  return <Broken problem={error} onRetry={retry} />
}
