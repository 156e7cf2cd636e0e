/** A label inside a sentence: `Pain` becomes `pain`; abbreviations and names of levels stay (`ECOG`, `T7`). */
export const lowerFirst = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) || /^\p{Lu}\s/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
