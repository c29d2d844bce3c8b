/** What is wrong with the account that a command was told to make or reset. */
export type AccountProblem = 'taken' | 'unknown'

const says: Record<AccountProblem, (username: string) => string> = {
  taken: (username) => `The username ${username} is taken.`,
  unknown: (username) => `There is no account ${username}.`,
}

/** Thrown by commands on accounts; a box says it in Chinese (functions/box/command.ts). */
export class AccountFault extends Error {
  readonly problem: AccountProblem
  readonly username: string

  constructor(problem: AccountProblem, username: string) {
    super(says[problem](username))
    this.problem = problem
    this.username = username
  }
}
