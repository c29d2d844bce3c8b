import { lengths } from '#domain/basics/bounds.ts'
import type { Side } from '#domain/history/events.ts'
import { gotFromIds, gotFroms } from '#domain/words/got-from.ts'
import {
  type Authority,
  authorities,
  authorityIds,
  type Heard,
  heardIds,
  heards,
  type PartyRole,
  partyRoleIds,
  partyRoles,
} from '#domain/words/party-roles.ts'
import { line, oneOf, prose } from './field-row.ts'
import type { Option } from './readers.ts'

/** Fields about the people of a case, and the words for them (docs/adr/0042-the-other-party.md, docs/adr/0047-several-people.md). */

export const peopleFields = {
  otherName: line(lengths.name, { label: '全名' }),
  otherPhone: line(lengths.phone, { label: '电话', hint: '不知道就空着。申请人看不到。' }),
  gotFrom: oneOf({
    label: '姓名、电话从哪里来的',
    hint: '请人来的时候，会照实告诉本人。',
    options: gotFromIds.map((id) => ({ id, name: gotFroms[id].name })),
    plain: true,
  }),
  whom: oneOf({ label: '哪一位' }),
  onSide: oneOf({
    label: '哪一方的人',
    hint: '不选，就是对方。',
    options: [
      { id: 'other', name: '对方' },
      { id: 'complainant', name: '申请人一方' },
    ] satisfies Option<Side>[],
  }),
  role: oneOf<PartyRole>({
    label: '是什么人',
    hint: '不选，就是当事人。',
    options: partyRoleIds.map((id) => ({ id, ...partyRoles[id] })),
    plain: true,
  }),
  actsFor: oneOf({ label: '替谁', hint: '代理人、监护人才选。' }),
  authority: oneOf<Authority>({
    label: '授权书上写的',
    hint: '代理人才选。没有写明可以和解的，不能替本人答应协议。',
    options: authorityIds.map((id) => ({ id, name: authorities[id].name })),
    plain: true,
  }),
  heard: oneOf<Heard>({
    label: '被监护人自己怎么想，听过没有',
    hint: '监护人才选。',
    options: heardIds.map((id) => ({ id, name: heards[id].name })),
    plain: true,
  }),
  invitation: prose(lengths.message, {
    label: '给对方的话',
    hint: '只写是什么事、想商量什么，不写谁对谁错，不写申请人的电话。申请人同意了，一个字不改，才给对方看。',
    rows: 6,
  }),
  otherMessage: prose(lengths.message, {
    label: '给对方的话',
    hint: '对方用自己的查询码看得到，申请人看不到。称“您”。',
    rows: 4,
  }),
} as const
