import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { survivalBands } from '@/lib/deliberation/model/survival-estimate'
import { specialties } from '@/lib/people/model'
import { id, instant, oneOf } from '../columns'
import { boardId, onSameBoard } from './boards'
import { agendaItems } from './meetings'
import { userId } from './people'

/** How long a member expects the patient to live, said once and before the reveal; nothing keeps which scores that member had seen by then. Sealed like a first ballot. */
export const survivalEstimates = pgTable(
  'survival_estimates',
  {
    id: id(),
    boardId: boardId(),
    itemId: uuid().notNull(),
    memberId: userId().notNull(),
    specialty: text({ enum: specialties }).notNull(),
    band: text({ enum: survivalBands }).notNull(),
    estimatedAt: instant().notNull(),
  },
  (table) => [
    uniqueIndex('survival_estimates_once').on(table.itemId, table.memberId),
    onSameBoard('survival_estimates_item_of_board', [table.itemId, table.boardId], agendaItems),
    check('survival_estimates_band_known', oneOf(table.band, survivalBands)),
    check('survival_estimates_specialty_known', oneOf(table.specialty, specialties)),
  ],
)
