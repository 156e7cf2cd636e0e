/** A command that cannot be carried out, in one sentence. */
export class WrongCommand extends Error {}
