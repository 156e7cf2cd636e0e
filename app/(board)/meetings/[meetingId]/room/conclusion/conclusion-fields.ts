/** The DOM id of the heading of the conclusion. */
export const conclusionHeadingId = 'conclusion-heading'

/** The DOM id of a field of the conclusion, from its dotted path. */
export const conclusionFieldId = (path: string): string => `conclusion-${path.replaceAll('.', '-')}`
