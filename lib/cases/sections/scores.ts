import type { Instrument } from '@/lib/clinical/instrument'
import { instruments } from '@/lib/clinical/instruments/instruments'
import { mstfi } from '@/lib/clinical/instruments/mstfi'
import { sbrtSuitability } from '@/lib/clinical/instruments/sbrt-suitability'
import type { Item } from '@/lib/clinical/item'
import type { AnswerField } from '../field'
import { section } from './section'

/** Instruments that other parts of the board sheet read from the fields of the form. Every other one is read as a further score. */
const readElsewhere: ReadonlySet<string> = new Set([
  ...['sins', 'escc', 'frankel', 'ecog', 'kps', 'noms', 'sbrt-suitability'],
  ...['katagiri', 'katagiri-laboratory', 'nesms', 'bauer-modified', 'tokuhashi-revised', 'tomita', 'van-der-linden'],
  ...['mfi-5', 'mfi-11', 'mstfi', 'charlson', 'charlson-age', 'charlson-without-metastasis'],
])

const further = instruments.filter(({ id }) => !readElsewhere.has(id))

/** The further scores of a case as a whole, and those of a level, in the order of the reference section. */
export const caseScores: readonly Instrument[] = further.filter(({ readAt }) => readAt === undefined)
export const levelScores: readonly Instrument[] = further.filter(({ readAt }) => readAt === 'vertebra')

/**
 * Items of scores that a card reads and that no field of the form holds: they belong to a plan, or to the patient on the table. They
 * are answered where the further scores are.
 */
export const askedBeside: Readonly<Record<string, readonly string[]>> = {
  mstfi: ['approach'],
  'sbrt-suitability': ['segments', 'still', 'survival', 'cordDose'],
}

/** The scores with such items: the first of the whole case, the second of a level. */
export const scoresBeside: readonly Instrument[] = [mstfi, sbrtSuitability]

/** The items that a further score asks, those included that never count. */
export const itemsOfScore = ({ items, context }: Instrument): readonly (readonly [key: string, item: Item])[] =>
  Object.entries({ ...items, ...context })

/** The field of an item. It names the version, so that an answer stays one to the definition that it was given to. */
export const scoreField = ({ id, version }: Instrument, item: string): string => `${id}-${version}-${item}`

/** The fields of those scores that tell what came of a treatment. */
export const resultFields: ReadonlySet<string> = new Set(
  further
    .filter(({ measures }) => measures === 'result')
    .flatMap((score) => itemsOfScore(score).map(([item]) => scoreField(score, item))),
)

const fieldsOf = (scores: readonly Instrument[]): Record<string, AnswerField> =>
  Object.fromEntries(
    scores.flatMap((score) =>
      itemsOfScore(score)
        .filter(([key]) => askedBeside[score.id]?.includes(key) ?? true)
        .map(([key, item]): [string, AnswerField] => [
          scoreField(score, key),
          { kind: 'answer', label: `${score.title}: ${item.label}`, item },
        ]),
    ),
  )

/**
 * Answers to instruments that a person gave for this case: what no other field says, or what is set differently from it. One field
 * for each item, so that every answer has its person, its day and its own history.
 */
export const scores = section({
  title: 'Further scores',
  repeats: 'one',
  outsideForm: true,
  fields: fieldsOf([...caseScores, mstfi]),
})

/** The same for instruments that are read at a vertebra. */
export const scoresByLevel = section({
  title: 'Further scores by level',
  repeats: 'vertebra',
  outsideForm: true,
  fields: fieldsOf([...levelScores, sbrtSuitability]),
})
