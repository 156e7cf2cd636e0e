import { agreedText, type CaseFile, factOf } from '@/lib/cases/case-file'
import { isContested } from '@/lib/cases/facts'
import { type InformationWish, informationWishes } from './document'

/** How much a letter may tell: everything, the outline, or only what is suggested and what to watch for. */
export type Telling = 'full' | 'outline' | 'least'

/** The wish of the latest conversation that speaks of it. Nobody asked is never taken for “everything”. */
export function informationWishOf(file: CaseFile): InformationWish {
  const fact = factOf(file, 'goals', 'wantsToKnow')
  if (!fact || isContested(fact)) return 'unknown'
  const said = agreedText(file, 'goals', 'wantsToKnow')
  return informationWishes.find((wish) => wish === said) ?? 'unknown'
}

const tellings: Readonly<Record<InformationWish, Telling>> = {
  all: 'full',
  outline: 'outline',
  unknown: 'outline',
  little: 'least',
  others: 'least',
}

/** How much a letter may tell under a wish. */
export const tellingFor = (wish: InformationWish): Telling => tellings[wish]

/** Of the wish at the signing and that of today the one under which less is told; that of today where both allow the same. */
export function narrowerWish(signed: InformationWish, today: InformationWish): InformationWish {
  const order: readonly Telling[] = ['least', 'outline', 'full']
  return order.indexOf(tellings[signed]) < order.indexOf(tellings[today]) ? signed : today
}

/** What the author has to know of the wish before sending; null where the patient wants to know everything. */
export const wishWarnings: Readonly<Record<InformationWish, { title: string; says: string } | null>> = {
  all: null,
  outline: {
    title: 'The patient wants to know the outline.',
    says: 'Findings in detail and the reasons of the board were left out. Add them only when asked.',
  },
  little: {
    title: 'The patient wants to know as little as possible.',
    says: 'Findings, reasons and other options were left out. Talk with the patient before anything is sent.',
  },
  others: {
    title: 'The patient leaves it to others.',
    says: 'Findings, reasons and other options were left out. Find out to whom the letter may go before it is sent.',
  },
  unknown: {
    title: 'It is not known how much the patient wants to know.',
    says: 'Only the outline was written. Ask the patient, and record the answer under Goals of care.',
  },
}
