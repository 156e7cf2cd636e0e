import { z } from 'zod'
import { planOptionSchema } from '@/lib/clinical/catalogue/plan-option'
import type { PathwayFacts } from '@/lib/clinical/pathway/condition'
import { packIds } from '@/lib/clinical/pathway/packs'
import { signOffView } from '../sign-off/sign-off'
import { exceptionKinds } from './rule-exceptions'

const instant = z.string().nullable()

const courseView = z.object({
  presentedAt: instant,
  isCalledAtOnce: z.boolean(),
  firstSignedAt: instant,
  signedAt: instant,
  isBroughtBack: z.boolean(),
  concluded: z
    .object({
      answered: z.array(z.string()).readonly(),
      hasOwners: z.boolean().nullable(),
      hasAlternatives: z.boolean(),
      needs: z.record(z.string(), z.string().nullable()),
    })
    .nullable(),
  recommended: z.array(planOptionSchema).readonly(),
  isAugmentationProposed: z.boolean(),
  tasks: z.array(z.object({ state: z.string(), closedOn: z.string().nullable(), hasReason: z.boolean() })).readonly(),
})

const exceptionView = z.object({
  id: z.uuid(),
  ruleId: z.string(),
  optionId: z.uuid().nullable(),
  ruleVersion: z.int(),
  kind: z.enum(exceptionKinds),
  says: z.string(),
  facts: z.custom<PathwayFacts>((facts) => typeof facts === 'object' && facts !== null),
  because: z.string(),
  by: z.string(),
  at: z.string(),
})

/** By what a case and its options are judged (`PathwayTerms`), and whether the reader may answer a rule. Instants are ISO text, `On` is a day. */
export const pathwayTermsView = z.object({
  packs: z.array(z.enum(packIds)).readonly(),
  signed: z.array(signOffView).readonly(),
  exceptions: z.array(exceptionView).readonly(),
  course: courseView,
  mayAnswer: z.boolean(),
})
export type PathwayTermsView = z.infer<typeof pathwayTermsView>
