import { expect, test } from 'vitest'
import { readabilityOf, sentencesOf, syllablesOf } from './readability'

test('the published example of the platypus has 24 syllables in 13 words and grade 11.3', () => {
  const sentence = 'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.'
  const found = readabilityOf(sentence)
  expect(found).toMatchObject({ sentences: 1, words: 13, syllables: 24 })
  expect(found.grade).toBeCloseTo(11.3, 1)
})

test('counted by hand: six words of one syllable', () => {
  const found = readabilityOf('The cat sat on the mat.')
  expect(found).toMatchObject({ sentences: 1, words: 6, syllables: 6, hard: [] })
  expect(found.grade).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 6)
})

test('counted by hand: two sentences, one of them a line of a list', () => {
  const found = readabilityOf('You can walk.\n• New pain in your lower back')
  expect(found).toMatchObject({ sentences: 2, words: 9, syllables: 10 })
  expect(found.grade).toBeCloseTo(0.39 * 4.5 + 11.8 * (10 / 9) - 15.59, 6)
})

test.each([
  ['spine', 1],
  ['tumour', 2],
  ['treatment', 2],
  ['radiation', 4],
  ['radiotherapy', 6],
  ['medicine', 3],
  ['hospital', 3],
  ['bones', 1],
  ['doses', 2],
  ['moved', 1],
  ['needed', 2],
  ['people', 2],
  ['table', 2],
  ['being', 2],
  ['serious', 3],
  ['operation', 4],
  ['T7', 1],
  ['24', 1],
])('%s has %i syllables', (word, count) => {
  expect(syllablesOf(word)).toBe(count)
})

test('a title, a number and a line end are told from the end of a sentence', () => {
  expect(sentencesOf('Call Dr. Hall. It takes 2.5 hours! Is it far?\nNo.\n\n• ')).toEqual([
    'Call Dr. Hall.',
    'It takes 2.5 hours!',
    'Is it far?',
    'No.',
  ])
})

test('tells which sentences are hard, and why', () => {
  const long = `You ${'can and you '.repeat(7)}go.`
  const { hard } = readabilityOf(`We can help.\n${long}\nStereotactic radiotherapy necessitates immobilisation.`)
  expect(hard.map(({ why, count }) => [why, count])).toEqual([
    ['long', 23],
    ['long-words', 4],
  ])
})

test('a text without a word has no grade', () => {
  expect(readabilityOf(' \n… –')).toMatchObject({ words: 0, grade: null, hard: [] })
})
