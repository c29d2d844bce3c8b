/** The clock of this machine, in epoch ms, for a maintainer's commands. */
export const clock = (): number => Date.now()
