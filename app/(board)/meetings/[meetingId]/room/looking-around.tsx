'use client'
import { Button } from '@/app/_ui/button'
import { Kbd } from '@/app/_ui/kbd'
import { useKeys } from '@/app/_ui/keys'
import { Notice } from '@/app/_ui/notice'
import type { RoomView } from '@/lib/deliberation/model/views'
import { stageWords } from '../../meeting-words'

/** That this screen does not follow the room, where the room is meanwhile, and the one key that leads back. */
export function LookingAround({ room, onReturn }: { room: RoomView; onReturn: () => void }) {
  useKeys([{ key: 'f', does: 'follow the room again', run: onReturn }])
  const there = room.items.find(({ itemId }) => itemId === room.presentingItemId)
  return (
    <Notice
      kind="info"
      title="You are looking around."
      announce="status"
      actions={
        <Button onClick={onReturn}>
          Back to the room <Kbd>F</Kbd>
        </Button>
      }
    >
      {there
        ? `The room is at case ${there.code}: ${stageWords[there.stage].word.toLowerCase()}.`
        : 'The room is between cases.'}
    </Notice>
  )
}
