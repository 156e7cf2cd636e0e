import { pathOf } from '@/lib/cases/facts'
import { sections } from '@/lib/cases/sections/sections'
import { isLabTest, unitsOfTest } from '@/lib/clinical/laboratory'
import { withUnitsAsked } from '../asked-units'
import { answerEnding } from '../ended-answers'
import type { EntryStore, Said } from '../entry-store'
import type { Place } from '../save-queue'
import { isTyped, typedFrom } from '../typed-value'

/**
 * Answers which test a row is of. Another test ends the result of the one before, and `onEnded` gets the way back, or null. A result
 * that was typed before any test is read again in the units of the test: one that has no such unit stays as it was typed, is not
 * saved, and says why.
 */
export const answerTest =
  (store: EntryStore, place: Place, onEnded: (back: (() => void) | null) => void) =>
  (said: Said): void => {
    const at = { ...place, field: 'value' }
    const before = store.read()
    const fact = before.file.facts.labs?.[place.item]?.value
    const text = before.typed[pathOf(at)] ?? typedFrom(sections.labs.fields.value, fact, before.file.timeZone)
    const back = answerEnding(store, place, said)
    onEnded(back)
    if (back !== null || text === '' || said.state !== 'known') return
    const asked = withUnitsAsked(store.read().file, at, sections.labs.fields.value)
    const test = String(said.value)
    const isOther = fact?.state === 'known' && isLabTest(test) && !unitsOfTest(test).includes(fact.unit ?? '')
    const { queue } = before
    const isSent =
      queue.facts.labs?.[place.item]?.value?.state === 'known' || queue.batch?.given[pathOf(at)] !== undefined
    if (isOther && isSent) {
      // Goes to the server with the test, while the words of the result stay to be corrected.
      store.say(at, { state: 'withdrawn' })
      store.hold(at, text)
      store.flush()
      return
    }
    if (isTyped(asked) && (isOther || fact?.state !== 'known')) store.type(at, asked, text)
  }
