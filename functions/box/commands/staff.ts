import { usernamePattern } from '#domain/staff/bounds.ts'
import { roleIds } from '#domain/staff/staff.ts'
import {
  accountOptions,
  createAccount,
  inviteLink,
  readAccount,
  resetAccount,
} from '../../console/new-account.ts'
import { withBoxPorts } from '../box-ports.ts'
import { command, Misuse, Refusal, say } from '../command.ts'
import { questions } from '../setup/answers.ts'

const takes = {
  usage: [
    `staff create --username <登录名> --name <姓名> --unit <单位编号> --role ${roleIds.join('|')}`,
    'staff reset --username <登录名>',
  ],
  words: 1,
  options: accountOptions,
}

const sayLink = (origin: string, token: string): void =>
  say('请把下面的链接当面交给本人，72 小时内有效，只能用一次：', inviteLink(origin, token).trimEnd())

/** Makes an account, or resets one whose holder has lost password and second factor; both print a one-time link. */
export const run = command(takes, async ({ words: [verb], values }) => {
  if (verb === 'create') {
    const unknown = values.unit && questions.unit.fault(values.unit)
    if (unknown) throw new Refusal(unknown)
    const account = readAccount(values)
    if (!account) throw new Misuse()
    await withBoxPorts(async (ports, { origin }) => sayLink(origin, await createAccount(ports, account)))
  } else if (verb === 'reset' && usernamePattern.test(values.username ?? '')) {
    await withBoxPorts(async ({ d1 }, { origin }) =>
      sayLink(origin, await resetAccount(d1, values.username ?? '')),
    )
  } else throw new Misuse()
})
