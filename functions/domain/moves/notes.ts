import { anytime, desk, type Moves, open } from './move.ts'

/** Moves that record something or write to the person; status and desk stay the same. */

/** Messages to the person, and notes among staff. */
export const messages = {
  message: {
    ...desk,
    name: '留话',
    purpose: '申请人用查询码看得到',
    from: anytime,
    answers: true,
    needsCode: true,
    needs: ['message'],
  },
  called: {
    ...desk,
    name: '打过电话了',
    purpose: '有人请回电话：打通了，来话就算回了；没有打通，还记着。查询页上写着哪天打过',
    from: anytime,
    answers: true,
    ifCallAsked: true,
    needs: ['reached', 'reason'],
  },
  'set-aside': {
    ...desk,
    name: '来话不用回',
    purpose: '看过了，不用另外回：写明为什么，“今天”里就不再提',
    from: anytime,
    answers: true,
    ifUnanswered: true,
    ifOffered: ['whom'],
    needs: ['reason'],
  },
  'request-confirmed': {
    ...desk,
    name: '单独问过，是本人要的',
    purpose: '只跟本人一个人说，确认没有人逼着、哄着：到了日子就生效',
    from: anytime,
    ifUnconfirmed: true,
    notByGiver: true,
    needs: ['reason'],
  },
  'request-set-aside': {
    ...desk,
    name: '不是本人要的，放下',
    purpose: '请求不生效，也不再提醒。查询页上不变，别人看不出来；来话照样要回',
    from: anytime,
    ifUntalked: true,
    needs: ['reason'],
  },
  noted: {
    by: ['desk', 'cohandler', 'superior'],
    can: 'handles',
    name: '内部记录',
    evenIfObjected: true,
    purpose: '只有办的人看得到',
    from: anytime,
    needs: ['reason'],
  },
} as const satisfies Moves

/** Moves that set facts of a case: its title and its people. */
export const facts = {
  'subject-set': {
    ...desk,
    name: '改事由、人数',
    purpose: '事由不写人名',
    from: anytime,
    needs: ['subject'],
    may: ['people'],
  },
  party: {
    ...desk,
    name: '登记当事人、代理人',
    purpose: '对方、一起申请的人、代表、代理人、监护人，一位一位登记。写全名，以后凭名字找得到这件案子',
    from: open,
    needs: ['otherName', 'gotFrom'],
    may: ['otherPhone', 'onSide', 'role', 'actsFor', 'authority', 'heard'],
  },
} as const satisfies Moves
