'use client'
import { type FormEvent, useState } from 'react'
import { Button } from '@/app/_ui/button'
import { Dialog } from '@/app/_ui/dialog'
import { fieldErrors, refusalSentence } from '@/app/_ui/refusal-words'
import { TextField } from '@/app/_ui/text-field'
import { switchBoard } from '@/app/(board)/_shell/switch'
import { api, ask, type Failure } from '@/lib/api/client'

/** Founds another board, which the founder administers, and opens it. */
export function FoundBoard() {
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const answer = await ask(api.people.createBoard({ name }))
    if (answer.ok) {
      await switchBoard(answer.value.boardId)
      return
    }
    setFailure(answer.refusal)
    setBusy(false)
  }

  const error = fieldErrors(failure).name ?? (failure ? refusalSentence(failure) : undefined)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Found another board</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Found another board"
        description="It begins empty. You administer it and invite its people."
        actions={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button type="submit" form="found-board" tone="primary" busy={busy} busyLabel="Founding">
              Found the board
            </Button>
          </>
        }
      >
        <form id="found-board" className="form" onSubmit={submit} noValidate>
          <TextField
            id="board-name"
            name="name"
            label="Name of the board"
            hint="such as Spine board"
            required
            value={name}
            onChange={setName}
            error={error}
          />
        </form>
      </Dialog>
    </>
  )
}
