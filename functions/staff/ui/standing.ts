import type { StaffAccount } from '#store/ports/staff/accounts.ts'

/** The state of an account in words: 用着, 没设密码 or 已停用. */
export const standingOf = ({
  ready,
  deactivatedAt,
}: Pick<StaffAccount, 'ready' | 'deactivatedAt'>): string => {
  if (deactivatedAt !== null) return '已停用'
  return ready ? '在用' : '等本人设密码'
}
