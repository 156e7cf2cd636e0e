'use client'
import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { Dialog } from './dialog'
import { Kbd } from './kbd'
import { isShortcutEvent } from './shortcut'

/** One shortcut: `key` as the browser names it (`j`, `1`, `Enter`, `?`), what it does in words, and the act. */
type KeyBinding = { key: string; does: string; run: () => void }

type Registry = { add: (read: () => readonly KeyBinding[]) => () => void }

const KeysContext = createContext<Registry | null>(null)

const storageKey = 'spineboard-single-keys'
/** True when the person has switched single keys off on this device (DESIGN K3). */
export const areSingleKeysOff = (): boolean => window.localStorage.getItem(storageKey) === 'off'

/** Hears the keys of all screens inside it; `?` lists what they do and lets a person switch them off (WCAG 2.1.4). */
export function KeysProvider({ children }: { children: ReactNode }) {
  const readers = useRef(new Set<() => readonly KeyBinding[]>())
  const [listed, setListed] = useState<readonly KeyBinding[] | null>(null)
  const registry = useMemo<Registry>(
    () => ({
      add: (read) => {
        readers.current.add(read)
        return () => {
          readers.current.delete(read)
        }
      },
    }),
    [],
  )
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!isShortcutEvent(event)) return
      const bindings = [...readers.current].flatMap((read) => read())
      if (event.key === '?') {
        event.preventDefault()
        setListed(bindings)
        return
      }
      const binding = bindings.find(({ key }) => key.toLowerCase() === event.key.toLowerCase())
      if (binding === undefined || areSingleKeysOff()) return
      event.preventDefault()
      binding.run()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
  return (
    <KeysContext value={registry}>
      {children}
      {listed !== null && <KeysDialog bindings={listed} onClose={() => setListed(null)} />}
    </KeysContext>
  )
}

/** Adds shortcuts while the component is on screen. They rest while somebody types, and while a dialog or menu is open. */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const registry = use(KeysContext)
  const latest = useRef(bindings)
  useEffect(() => {
    latest.current = bindings
  })
  useEffect(() => registry?.add(() => latest.current), [registry])
}

function KeysDialog({ bindings, onClose }: { bindings: readonly KeyBinding[]; onClose: () => void }) {
  const [off, setOff] = useState(areSingleKeysOff)
  const all = [...bindings, { key: '?', does: 'show this list' }]
  return (
    <Dialog open onClose={onClose} title="Keys on this screen">
      <dl className="keys-list">
        {all.map(({ key, does }) => (
          <div key={`${key} ${does}`}>
            <dt>
              <Kbd>{key.length === 1 ? key.toUpperCase() : key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="tick">
        <input
          type="checkbox"
          checked={!off}
          onChange={(event) => {
            window.localStorage.setItem(storageKey, event.target.checked ? 'on' : 'off')
            setOff(!event.target.checked)
          }}
        />
        Single keys work on this device
      </label>
    </Dialog>
  )
}
