// Instruments are called after people; their names stay as they are written.
const names = /^(Bauer|Bilsky|Frankel|Karnofsky|Tokuhashi|Tomita)\b/u

/** A label inside a sentence: `Pain` becomes `pain`; abbreviations, levels and people's names stay (`ECOG`, `T7`, `Frankel`). */
export const lowerFirst = (label: string): string =>
  !names.test(label) && (/^\p{Lu}\p{Ll}/u.test(label) || /^\p{Lu}\s/u.test(label))
    ? label.charAt(0).toLowerCase() + label.slice(1)
    : label
