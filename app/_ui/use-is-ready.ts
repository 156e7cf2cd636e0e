import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * False until the page answers to scripts. A form that is sent before would go out by itself, and what was typed, a
 * password too, would stand in the address.
 */
export const useIsReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
