/** Makes another board the current one and opens its start page. False when the server did not take it. */
export async function switchBoard(boardId: string): Promise<boolean> {
  const answer = await fetch('/switch-board', { method: 'POST', body: JSON.stringify({ boardId }) }).catch(() => null)
  if (answer?.status !== 204) return false
  window.location.assign('/')
  return true
}
