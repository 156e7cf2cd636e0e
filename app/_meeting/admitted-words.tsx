/** That the chair let a blocked case come before the board, and why. */
export function AdmittedWords({ admitted: { because, by } }: { admitted: { because: string; by: string } }) {
  return (
    <span className="under">
      Blocked when it was added; admitted by {by}: <span className="user-text">“{because}”</span>
    </span>
  )
}
