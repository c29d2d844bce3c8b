/**
 * What a subcommand exports as `run`.
 * @param args the words after the name of the command
 * @returns the exit code of the process; 0 is success
 */
export type Run = (args: string[]) => Promise<number>
