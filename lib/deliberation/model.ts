/** What a member can answer to an option. Oppose, recused and need-information carry a text. */
export const stances = ['support', 'acceptable', 'oppose', 'abstain', 'recused', 'need-information'] as const
export type Stance = (typeof stances)[number]

/** What the board says for each of the five kinds of treatment. */
export const outcomes = ['recommended', 'none', 'deferred'] as const
export type Outcome = (typeof outcomes)[number]

export const conclusionStates = ['draft', 'signed', 'superseded'] as const
