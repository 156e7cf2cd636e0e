'use client'
import './what-if.css'
import { lazy, Suspense, useState } from 'react'
import { Button } from '@/app/_ui/button'
import type { FormAnswers } from '@/app/_ui/instrument-form'

/** Form and reading come with the dialog: the sheet itself needs neither in the browser. */
const WhatIfDialog = lazy(() => import('./what-if-dialog'))

export type WhatIfProps = {
  instrumentId: string
  /** Short name of the score: `SINS`. */
  name: string
  /** Which part of the case it is about: `T7`. */
  where?: string
  /** What the case answers, item by item. */
  recorded: FormAnswers
}

/** Opens a score with the answers of the case, to see what another answer would change. Nothing of it is stored. */
export function WhatIf(props: WhatIfProps) {
  const [isOpen, setOpen] = useState(false)
  const { name, where } = props
  return (
    <div className="what-if no-print">
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        What if<span className="visually-hidden">, {where === undefined ? name : `${name}, ${where}`}</span>
      </Button>
      {isOpen && (
        <Suspense fallback={<span role="status">Opening</span>}>
          <WhatIfDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
