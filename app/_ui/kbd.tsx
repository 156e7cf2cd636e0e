/** A key of the keyboard, as printed on it. */
export function Kbd({ children }: { children: string }) {
  return <kbd className="kbd">{children}</kbd>
}

/** Which keys do what on this screen, in one line. Hidden where there is no keyboard. */
export function KeyHints({ hints }: { hints: readonly { keys: readonly string[]; does: string }[] }) {
  return (
    <p className="key-hints">
      {hints.map(({ keys, does }) => (
        <span key={does}>
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {does}
        </span>
      ))}
    </p>
  )
}
