/** Hands the browser a text as a CSV file to keep. */
export function takeFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser reads it after the click: it is given back a minute later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
