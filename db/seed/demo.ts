/** The people of the demo board, as the console lists them. */
export const demoSignIns: { email: string; password: string; role: string }[] = []

/** Fills an empty, migrated database with the demo board. */
export const seedDemo = async (_ownerUrl: string): Promise<void> => {}
