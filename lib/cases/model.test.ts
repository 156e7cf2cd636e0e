import { expect, test } from 'vitest'
import { questionInput } from './model'

test('M3 no case is opened without a question to the board, and blanks are none', () => {
  for (const nothing of ['', '  ', '\n']) {
    expect(questionInput.safeParse(nothing).error?.issues[0]?.message).toMatch(/\.$/)
  }
  expect(questionInput.parse(' Operate at T7? ')).toBe('Operate at T7?')
})
