/** What a person of a case is on their side. The list may grow; absent in a history: a principal. */
export const partyRoleIds = ['principal', 'member', 'representative', 'proxy', 'guardian'] as const
export type PartyRole = (typeof partyRoleIds)[number]

/** As staff read it, in the form and beside the name. */
export const partyRoles: Record<PartyRole, { name: string; note?: string }> = {
  principal: { name: '当事人' },
  member: { name: '很多人里的一位', note: '各人的字各人签，各人退出各人的。名单只有办的人看得到。' },
  representative: {
    name: '推选的代表',
    note: '一方最多 5 人（信访工作条例第二十条）。可以来谈，不替别人签字。',
  },
  proxy: { name: '代理人，有授权书', note: '下面选替谁、授权书上写的什么。' },
  guardian: { name: '监护人', note: '只为被监护的人好；先听本人自己怎么说，下面记下来。' },
}

/** What the paper of authority names: whether its bearer may concede and settle (民事诉讼法 62, as in court). */
export const authorityIds = ['general', 'special'] as const
export type Authority = (typeof authorityIds)[number]

export const authorities: Record<Authority, { name: string }> = {
  general: { name: '只写了来谈、来交材料' },
  special: { name: '写明可以承认、放弃、变更，可以和解' },
}

/** Whether somebody who has a guardian was heard. */
export const heardIds = ['yes', 'cannot'] as const
export type Heard = (typeof heardIds)[number]

export const heards: Record<Heard, { name: string }> = {
  yes: { name: '听过了' },
  cannot: { name: '太小，或者说不了' },
}
