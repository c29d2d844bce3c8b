import { outsides } from '#domain/words/outside-bodies.ts'
import type { MoveFailure } from './failures.ts'
import { moveField } from './fields.ts'
import type { MoveFieldFault } from './read-move.ts'
import { moves } from './table.ts'

/** Why a move was not made, and what staff can do instead, as they read it. */

/** What staff can do, and tell the person, where no unit above takes the case. */
export const nobodyAboveHint = `要往上报，受理以后用“${moves.referred.name}”交给${outsides['petition-above'].name}；当事人自己也可以去找，或者打 12345。`

/** Who lifts a recusal that was a mistake: a lead of the desk or above it (docs/adr/0032-recusal.md). */
export const liftHint =
  '记错了，请负责人撤销：本单位的；本单位没有负责人，就请上一级的；都没有，请管账号的人先定一位。'

const wrong: Record<MoveFieldFault['code'], string> = {
  required: '这一项请填一下。',
  unknown: '请在列出的里面选一个。',
  type: '没有这一天，或者看不懂。写成 2026-12-3 或者 12 月 3 日都行。',
  tooLong: '写得太长了，请删短一些。',
  number: '请写一个数字，太大太小都不行。',
  past: '这个日子已经过去了。',
  future: '这个日子还没有到。',
  time: '看不懂是哪天几点。像 12 月 3 日 9:30 这样写。',
  part: '请写清是上午还是下午。',
  register: '照系统里的编号写：至少四位，字母、数字、短横和括号连着写，中间没有空格，也没有别的字。',
  'told-phone': '里面有电话号码，谁都看得到，请去掉。',
  'told-identity': '里面有身份证号或者别的长号码，请去掉。',
  'told-caseNumber': '里面有案件编号，请去掉。',
  'told-plate': '里面有车牌号，请去掉。',
  'told-link': '里面有网址、邮箱或者微信号，请去掉。',
  'told-day': '写到月份就够了，不要写哪一天。',
  'told-address': '里面有门牌、楼号，请去掉。',
  'told-person': '里面有对人的称呼，请写事，不写人。',
  either: '选了“这些都不合适”，就不要再选别的。',
}

/** Error text for a field of a move, with its label. */
export const moveFieldMessage = ({ field, code }: MoveFieldFault): string =>
  `${moveField(field).label}：${wrong[code]}`

/** Error texts for a failed move. */
export const failureMessages: Record<MoveFailure, string> = {
  unknown: '没有这件案件。',
  stale:
    '您打开这一页以后，这件案件有了新情况（别人做的，或者您在别处做的）。先看看变了什么，再决定交不交；您写的都还在。',
  status: '案件现在的状态，做不了这一步。',
  track: '这个渠道的案件没有这一步。',
  relation: '案件不在您这里，做不了这一步。',
  role: '这一步要负责人来做。',
  unitKind: '您的单位做不了这一步。调解协议只有调解委员会能做。',
  danger: '只有带危险标记的案件才有这一步。',
  level: '要由县里的调解员来做。',
  inDanger: '有危险的案件，县里的调解员解除标记以前，不能约双方谈。',
  sender: '案件不是别的单位转来的，退不回去；要转，请用“转办”。',
  request: '没有等着批准的延期。',
  shared: '没有一起办的单位。',
  lateReturn: '收到超过五个工作日，不能再退（信访工作条例第二十三条）。',
  notSentDown: '这件不是上级交办的，没有回话这一步。',
  decides: '两个单位争过，由您这里定：请转办、交办，或者自己办。',
  noExtension: '没有可以延期的期限。',
  lateExtension: '期限已经过了，不能再延。',
  noTarget: `没有可以交的单位。${nobodyAboveHint}`,
  objected: '当事人要求换调解员，这件不能再由您办；请分派给别人，或者交出去。',
  noHandler: '这件还没有人承办，不用换。',
  noRecusal: '这件没有人回避，不用撤销。',
  answered: '没有等着回的来话。',
  gaveCode: '查询码是您给申请人的，这一步请同事来做：由另一个人单独问本人。',
  notHeld: '没有等着单独问的撤回或者删除。',
  noCall: '没有等着回的电话。',
  anonymous: '申请人没有留姓名，不能请对方来。',
  noOthers: '还没有登记对方。',
  notInvited: '还没有请对方来。',
  noDraft: '没有等申请人看的话。',
  notApproved: '给对方的话，申请人还没有同意。',
  refused: '对方明确说了不谈，不能再约双方谈。',
  notAgreed: '还没有说定的协议。',
  drafted: '写了协议草稿：请到“协议书”那一页，按书面或者口头办。',
  noItem: '请选是协议的第几条。',
  unreached: '还没有安全地联系上当事人：对方看得到的，先不要做。',
  noRevisit: '现在没有到期的回访。',
  notReviewable: '没谈成的、又来的、人多的，才要复盘。',
  noMeasure: '没有还没落实的措施。',
  noStory:
    '这件不能写成故事：要谈成、结束满十二个月，没有到过县里、没有过危险、说的不是经手的人，双方都能用查询码答。',
  noStoryBack: '没有要撤下的故事。',
  noPublication: '现在没有这一步：申请人要先请县里公布；写好了，要由另一个人看过。',
  ownDraft: '短文是您写的，请另一个人看。',
  namesSomebody: '短文里有当事人给过的姓名、地址、电话，谁都看得到，请去掉。',
  tellsDanger: '短文里说到伤害、害怕，或者孩子受伤，不能公布。',
  lostText: '短文读不出来了，请重新写。',
  nobodyJoined: '没有要另外给查询码的人。对方要先写好给对方的话，申请人同意了再请。',
  noStandIn: '没有代表、代理人、监护人，不用换。',
  tooManyRepresentatives: '一方的代表最多 5 人（信访工作条例第二十条）。要换人，先记“换了人，不再代表”。',
  otherSidesPerson: '只能替自己这一方的人。请看看“哪一方的人”“替谁”选对没有。',
  bothSides:
    '对面那一方已经有这个人：同一个人不能替两边说话，也不能替跟自己有争议的人签字。真是同名的两个人，把两个人的电话都写上。',
  registered:
    '这一方已经有这个人了，不用再登记一次：请在这件案件的页上看。真是同名的两个人，写上这一位自己的电话。',
  tooManyDays: '超过了规定能延的天数。',
  otherEnded: '另一件已经办结，并不进去。',
  otherPerson: '两件不是同一个人提的（电话、姓名都对不上），不能并案。请用“并看”连起来，各办各的。',
  tooEarly: '送到的日子，不能早于出结果的那天。',
  ownRequest: '自己申请的延期，自己不能批。',
  otherUnknown: '没有找到另一件案件，请核对编号。',
  proven: '这一件不用核实：不是当场登记的，已经核实过，或者有人说没有这回事。',
  noSession: '现在没有能做这一步的会。',
  pastTime: '这个时间已经过去了，请另写一个。',
  sameTime: '两个时间写成一样的了。',
  otherSession: '选的人、选的时间，不在这一场里。',
  manySessions: '还有三场没有开，先开了、改了再约。',
  staffBooked: '主持的人那个时间有别的会，请换个时间，或者换个人主持。',
  expertBooked: '这位专家那个时间已经有人约了，请换个时间。',
  noSlot: '这位专家那个时间不接待，或者不是一次的开头；要提前一天，四周以内。',
  bookedBefore: '这个人已经约了一次。要换时间，先取消那一次，再约。',
  bookedOften: '这个人四周里约的次数够多了。',
  notAsked: '没有等着回的督办。',
  noBooking: '没有约好、还没去的咨询。',
  noCode: '从旧台账导入的，没有查询码，申请人看不到。请打电话，再用内部记录写下来。',
  roomBooked:
    '那个地方那个时间，本单位有别的会。请换个时间，或者换个地方；其实不是一处的，把地点写得再细一点。',
  otherHidden: '看得到这件的人里，有的不能知道另一件。请到另一件里去做这一步。',
}
