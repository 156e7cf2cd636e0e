const shownDay = /(\b\d{2}-[A-Z][a-z]{2}-\d{4}\b)/

/** Text that people wrote, in which no date is torn apart at the end of a line. */
export function DatedText({ text }: { text: string }) {
  const parts = text.split(shownDay)
  return (
    <span className="user-text">
      {parts.map((part, place) => {
        const key = `${place} ${part}`
        return shownDay.test(part) ? (
          <span key={key} className="nowrap">
            {part}
          </span>
        ) : (
          part
        )
      })}
    </span>
  )
}
