'use client'
import { Broken } from './_ui/broken'
import './_ui/styles/all.css'

type ErrorPageProps = { error: unknown; retry: () => void }

/** The last resort, when the frame of all pages itself breaks. */
export default function GlobalError({ error, retry }: ErrorPageProps) {
  return (
    <html lang="en-GB">
      <body>
        <title>Something went wrong · Spineboard</title>
        <main>
          <Broken problem={error} onRetry={retry} />
        </main>
      </body>
    </html>
  )
}
