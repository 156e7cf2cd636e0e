import { useEffect, useRef } from 'react'
import { areGivenUp, countUnsaved } from './unsaved'

/**
 * While something of a screen is not saved, the browser asks before the page is left and signing out asks before it takes it;
 * nobody is asked once it is given up. `settle` tries to save it.
 */
export function useUnsaved(isUnsaved: boolean, settle: () => Promise<void> = async () => undefined): void {
  const latest = useRef(settle)
  useEffect(() => {
    latest.current = settle
  })
  useEffect(() => {
    if (!isUnsaved) return
    const warn = (event: BeforeUnloadEvent) => {
      if (!areGivenUp()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    const discount = countUnsaved({ hasUnsaved: () => true, settle: () => latest.current() })
    return () => {
      window.removeEventListener('beforeunload', warn)
      discount()
    }
  }, [isUnsaved])
}
