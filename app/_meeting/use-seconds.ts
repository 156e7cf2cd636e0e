'use client'
import { useSyncExternalStore } from 'react'

const everySecond = (changed: () => void) => {
  const timer = window.setInterval(changed, 1000)
  return () => window.clearInterval(timer)
}
const seconds = () => Math.floor(Date.now() / 1000)

/** The present second, counted from 1970, at every tick; null while the server draws the page. */
export const useSeconds = (): number | null => useSyncExternalStore<number | null>(everySecond, seconds, () => null)
