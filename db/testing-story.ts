import { withClock } from '@/lib/foundation/clock'
import type { Stage } from './seed/demo-board'
import type { Story } from './seed/hold-meeting'
import { storyTime } from './seed/story-time'
import { must, type TestBoard } from './testing-board'

/** Tells the case of a demo story on a test's own board, up to its hand-in; returns the case's id. */
export function tellTestStory(board: TestBoard, story: Story): Promise<string> {
  const time = storyTime(new Date(), 'Europe/London')
  const stage: Stage = {
    boardId: board.boardId,
    actors: {
      coordinator: board.coordinator,
      radiationOncologist: board.radiationOncologist,
      surgeon: board.surgeon,
      oncologist: board.medicalOncologist,
      radiologist: board.radiationOncologist,
      palliative: board.medicalOncologist,
      rehabilitation: board.surgeon,
      presenter: board.presenter,
    },
    time,
    act: async (at, work) => must(await withClock(() => time.notLater(at), work)),
  }
  return story.prepare(stage)
}
