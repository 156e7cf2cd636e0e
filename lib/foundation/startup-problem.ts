/** Something that keeps Spineboard from starting, told in one sentence that says what to do. Printed without a stack. */
export class StartupProblem extends Error {
  override readonly name = 'StartupProblem'
}
