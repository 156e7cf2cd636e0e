import { z } from 'zod'
import { modalities } from '@/lib/clinical/catalogue/modalities'
import { shortfallReasons } from '@/lib/follow-up/model'

export const qualityInput = z.strictObject({ boardId: z.uuid() })

/** A case behind a figure, by its code alone: figures name no patient. */
const exampleView = z.object({ caseId: z.uuid(), caseCode: z.string() })

const notCarriedView = exampleView.extend({
  taskId: z.uuid(),
  modality: z.enum(modalities),
  title: z.string(),
  state: z.enum(['partly', 'not-done']),
  reason: z.enum(shortfallReasons),
})

/** So many of so many, with the cases that are not among them. Never a percentage alone. */
const shareView = z.object({ n: z.int(), of: z.int(), exceptions: z.array(exampleView) })
export type ShareView = z.output<typeof shareView>

/** M9: how the recommendations ever signed were carried out, each once; `open` ones are not settled yet, replaced ones left out. */
const carriedOutView = z.object({
  of: z.int(),
  done: z.int(),
  partly: z.int(),
  notDone: z.int(),
  open: z.int(),
  reasons: z.array(z.object({ reason: z.enum(shortfallReasons), partly: z.int(), notDone: z.int() })),
  exceptions: z.array(notCarriedView),
})
export type CarriedOutView = z.output<typeof carriedOutView>

const monthView = z.object({ month: z.string(), meetings: z.int(), cases: z.int() })
export type MonthView = z.output<typeof monthView>

/** From fewer levels a kappa tells next to nothing, and none is given; a product rule. */
export const fewestForKappa = 10

const agreementView = z.object({ ratings: z.int(), alike: z.int(), kappa: z.number().nullable() })

/** Where two people rated a level: how far they agreed. `published` is the kappa of the source, for comparison. */
const raterAgreementView = z.object({
  levels: z.int(),
  sins: agreementView,
  escc: agreementView,
  components: z.array(z.object({ label: z.string(), ratings: z.int(), alike: z.int(), published: z.number() })),
})
export type RaterAgreementView = z.output<typeof raterAgreementView>

/**
 * A metric that a rule of the pathway counts: `n` of `of`, those that the rule means and that have come to their end. The cases beside
 * it: not met, still running, with a documented exception, and those of which it cannot be told for want of facts.
 */
const pathwayFigureView = z.object({
  id: z.string(),
  title: z.string(),
  ruleId: z.string(),
  n: z.int(),
  of: z.int(),
  notMet: z.array(exampleView),
  running: z.array(exampleView),
  excepted: z.array(exampleView),
  unknown: z.array(exampleView),
})
export type PathwayFigureView = z.output<typeof pathwayFigureView>

/** The board’s figures (PATHWAY 13), computed when they are asked for. */
export const qualityView = z.object({
  today: z.string(),
  carriedOut: carriedOutView,
  /** Signed conclusions that recommend at least one treatment; the exceptions are those that do not. */
  recommending: shareView.extend({ allDeferred: z.int() }),
  /** M8: signed conclusions for which a conversation about goals was on record at the signing. */
  goalsKnown: shareView,
  /** M1 to M6 and M10 to M12, as far as the packs of the board count them. */
  pathway: z.array(pathwayFigureView),
  months: z.array(monthView),
  raterAgreement: raterAgreementView,
})
export type QualityView = z.output<typeof qualityView>
