import { refusals } from '#domain/filing/messages.ts'
import { passwordLength, staffNameLength } from './bounds.ts'

/** Every sentence of sign-in and accounts that tells a person what to correct. */
export const staffMessages = {
  origin: refusals.origin.text,
  encoding: refusals.encoding.text,
  username: '请填用户名。',
  password: '请填密码。',
  wrongPair: '用户名或者密码不对，请再看一看。忘了密码，或者账号停用了，请找管理员。',
  tooManyPasswords: '试错的次数太多了。请过十五分钟再试；还不行，请管理员发一个新链接。',
  code: '请填手机上的六位数字，或者纸上的一个备用码。',
  wrongCode: '这个码不对。请等手机上换一个新的再填；手机的时间要准。备用码一个只能用一次。',
  wrongAppCode: '这个码不对。请等手机上换一个新的再填；手机的时间要准，密钥要抄对。',
  replayed: '这个动态码刚才已经用过。请等手机上换一个新的，再从用户名和密码来。',
  tooManyCodes: '试错的次数太多了。请过十五分钟，从用户名和密码重新来。',
  tooShort: `密码至少 ${passwordLength.least} 个字，可以是一句自己记得住的话。`,
  tooLong: `密码最多 ${passwordLength.most} 个字，请缩短一些。`,
  sameAsName: '密码不能和用户名一样，请换一个。',
  common: '这个密码太常见，别人最先猜的就是它。请换一句只有自己想得到的话。',
  ownWords: '密码里差不多只有用户名、姓名或者本县的地名、单位名，容易猜中。请换一句别的话。',
  different: '两次填的不一样，请重新填。',
  wrongPassword: '现在的密码不对，请再填一次。',
  name: `请填姓名，最多 ${staffNameLength} 个字。`,
  publishedName: `最多 ${staffNameLength} 个字，请删短一些。`,
  usernameForm: '用户名用小写字母、数字、点和横线，2 到 32 个，字母或数字开头。',
  taken: '已经有人用了这个用户名，请换一个。',
  unit: '请在列出的单位里选一个。',
  role: '请选一个角色。',
  colleague: '请选交给谁；没有合适的人，就选“退回本单位，由负责人分派”。',
  confirmFactor: '请勾选，表示您听出、认出了是本人。',
  notTwo:
    '您和提出的那位管理员，最近一个月里一位给另一位开过或者改过账号，或者两位的账号都是同一个人开的、改的，不能算两个人。请换一位管理员，或者请县里管系统的人在机器上办。',
  confirmDeactivate: '请勾选，表示您要停用这个账号。',
} as const

export type StaffMessage = keyof typeof staffMessages
