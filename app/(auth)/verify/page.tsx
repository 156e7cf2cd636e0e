import type { Metadata } from 'next'
import { Logo } from '@/app/_ui/logo'
import '../door.css'
import { CodeForm } from './code-form'

export const metadata: Metadata = { title: 'Check a letter' }

/** Open to everybody: whoever holds a printed letter learns whether it is what was signed and still in force, and nothing else. */
export default function VerifyPage() {
  return (
    <main className="door">
      <div className="door-head">
        <Logo size={34} />
        <div>
          <h1>Check a letter</h1>
          <p className="muted">By the code that is printed under its signature</p>
        </div>
      </div>
      <CodeForm />
      <p className="source-line">
        This page shows nothing about a patient. The record itself is for the people of its board.
      </p>
    </main>
  )
}
