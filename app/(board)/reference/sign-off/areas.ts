import { ruleGroups } from '@/lib/clinical/pathway/rules'
import { type SignOffSubject, signedRuleId, signOffSubjects } from '@/lib/clinical/sign-off-subjects'

/** A part of what can be signed off. One is shown at a time: all of it in one document is more than anybody reads. */
export type SignOffArea = { readonly id: string; readonly title: string; readonly subjects: readonly SignOffSubject[] }

const ofKind = (kind: SignOffSubject['kind']) => signOffSubjects.filter((one) => one.kind === kind)

const instruments: SignOffArea = { id: 'instruments', title: 'Instruments', subjects: ofKind('instrument') }

const ruleAreas = ruleGroups.map(({ title, of }): SignOffArea => {
  const ids = new Set(of.map(signedRuleId))
  const id = title.toLowerCase().replaceAll(/[^a-z]+/g, '-')
  return { id, title, subjects: ofKind('rule').filter((one) => ids.has(one.id)) }
})

/** Every area: the instruments, the packs, the groups of rules, the treatment options. */
export const signOffAreas: readonly SignOffArea[] = [
  instruments,
  { id: 'packs', title: 'Packs', subjects: ofKind('pack') },
  ...ruleAreas,
  { id: 'options', title: 'Treatment options', subjects: ofKind('option') },
]

/** The area that an address asks for by `?area=`; the instruments where it names none, or one that does not exist. */
export const signOffAreaAsked = (wished: string | readonly string[] | undefined): SignOffArea =>
  signOffAreas.find(({ id }) => id === wished) ?? instruments
