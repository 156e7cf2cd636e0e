'use client'
import { Button } from '@/app/_ui/button'

/** Prints the page as it stands. */
export function PrintButton() {
  return (
    <Button icon="print" onClick={() => window.print()}>
      Print
    </Button>
  )
}
