import { expect, test } from 'vitest'
import { choiceWidth } from './choice-width'

const em = (labels: string[]) =>
  Number(/calc\(([\d.]+)em/.exec(choiceWidth(labels.map((label) => ({ label })))['--choice-words'])?.[1])

test('the longest word of all answers stands whole in its card', () => {
  expect(em(['No', 'Subluxation or translation'])).toBeGreaterThan(em(['No', 'Yes']))
  expect(em(['Subluxation'])).toBe(em(['A Subluxation']))
})

test('a long answer takes three lines, not six', () => {
  expect(em(['No collapse, more than 50 % of the body involved'])).toBeGreaterThan(em(['collapse']) * 2)
})

test('points beside the words get room of their own, a picture stands above them', () => {
  const words = (choice: object) => choiceWidth([{ label: 'Lytic', ...choice }])['--choice-words']
  expect(words({ points: 2 })).toMatch(/ 30px/)
  expect(words({})).toMatch(/ 18px/)
  expect(words({ picture: 'drawing' })).toMatch(/ 10px/)
})
