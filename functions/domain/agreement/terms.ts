/**
 * What no clause of an agreement may say: it would be void, or nobody could enforce it. The rules look for a way of
 * speaking, within one sentence; who wants to say something else says it in other words.
 */

export interface TermRule {
  id: 'remedies' | 'support' | 'fine' | 'outsider' | 'punishment' | 'ownership' | 'status' | 'unlawful'
  patterns: readonly RegExp[]
  /** A sentence in which these words are is about something else. */
  unless?: RegExp
  /** Why it is refused, and what can be said instead. */
  reason: string
  article: string
}

const remedy =
  '(?:起诉|诉讼|上诉|申诉|打官司|告状|上告|去法院|到法院|向(?:人民)?法院|申请(?:劳动)?仲裁|劳动仲裁|申请(?:强制)?执行|行政复议|上访|信访|举报(?!人)|控告(?!人)|检举(?!人)|投诉(?!人)|报警|报案|12345|12315|110)'
const never =
  '(?:不得|不能|不准|不许|不可(?!以)|不可以|不要|不再|不去|不会|不应|不向|不到|不找|永不|绝不|决不|放弃|禁止|严禁|不(?=起诉|上诉|上访|信访|举报|控告|报警|报案|投诉|打官司|申请))'
/** What may stand between the two; words that turn the meaning, or begin another thought, may not. */
const between = (most: number): string =>
  `(?:(?!影响|阻|妨|拦|限制|剥夺|干涉|报复|威胁|拒绝|可以|有权|直接|因)[^，,：:]){0,${most}}`
const kin = '(?:赡养|抚养|扶养|抚育|养老)(?!权|关系|方式)'
const nobody = '(?:不再?|不用|无需|无须|不必|放弃|免除|免)'
const absent =
  '(?:村委会|居委会|村集体|村里|村民小组|镇政府|乡政府|县政府|街道|政府|派出所|学校|医院|保险公司|亲戚|家属|家人|父亲|母亲|父母|儿子|女儿|妻子|丈夫|老伴|哥哥|弟弟|姐姐|妹妹|邻居|第三人|案外人)'
const immovable =
  '(?:房屋|房子|房产|老屋|祖屋|老宅|宅基地|土地|耕地|承包地|自留地|林地|山林|山场|院子|车位|商铺)'

/** The rules in the order in which they are named. */
const termRules: readonly TermRule[] = [
  {
    id: 'remedies',
    patterns: [
      new RegExp(`${never}${between(24)}${remedy}`),
      /息诉|罢访|息访|停访/,
      /撤回(?:全部|所有)?(?:信访|上访|举报|控告|检举|投诉)/,
      new RegExp(
        `(?:再|如|若|要是|一旦)${between(8)}${remedy}[^。]{0,12}(?:退还|退回|收回|违约金|作废|停发|扣)`,
      ),
    ],
    reason: '不能叫人不起诉、不信访、不举报、不报警。去掉这一句；可以写“这件事就这样了结”。',
    article: '《人民调解法》第三条第三项',
  },
  {
    id: 'support',
    patterns: [
      new RegExp(
        `${nobody}[^，,]{0,3}(?:承担|负担|支付|付|给|出|要求|要|管|尽|履行)?(?:(?!拒绝)[^，,]){0,10}${kin}`,
      ),
      /断绝[^，,]{0,6}(?:父子|父女|母子|母女|往来)|生不养死不葬|各不相养/,
    ],
    unless: /不得|不能(?!再)|不因|不少于|不低于|不足|不够/,
    reason: '养老人、养孩子是法定的义务，写不掉。可以写怎么养：多少钱、哪天给、谁来照看。',
    article: '《民法典》第二十六条、《老年人权益保障法》第十九条',
  },
  {
    id: 'fine',
    patterns: [
      /罚款|处罚金|罚[^，,]{0,4}[\d０-９一二两三四五六七八九十百千万]+\s*(?:元|块)/,
      /(?:扣|停|取消)[^，,]{0,6}(?:分红|低保|集体收益|村民待遇|成员资格|征地款|宅基地资格)/,
    ],
    unless: /公安|交警|交管|行政机关|行政处罚|法院|监管部门|执法/,
    reason: '村里、双方都不能罚款，也不能扣分红、低保。可以写赔多少、违约金多少。',
    article: '《村民委员会组织法》第三十一条第二款',
  },
  {
    id: 'outsider',
    patterns: [
      new RegExp(
        `${absent}[^，,给]{0,3}(?:承担(?!的)|出钱|出资|支付|付给|赔偿(?!款|金)|赔付|补偿(?!款|金)|偿还|还款|代[为替]?[还付偿]|替[^，,]{0,4}[还付赔]|负责(?:还|付|修|赔|拆|出))`,
      ),
      new RegExp(`由${absent}(?:来)?(?:承担|出|付|还|赔|负责)`),
    ],
    reason: '协议只管签字的人。要别人出钱、出力，先登记成当事人，请本人来谈、来签。',
    article: '《人民调解协议司法确认程序的若干规定》第七条第三项',
  },
  {
    id: 'punishment',
    patterns: [
      /(?:不|免予?|免于|放弃)[^，,]{0,6}(?:追究|处罚)[^，,]{0,8}(?:刑事|法律|治安|行政)/,
      /撤案|撤销(?:报案|案件)|撤回(?:报案|报警)|销案|不予?立案/,
      /谅解书|出具谅解|书面谅解|刑事谅解/,
      /(?:从轻|减轻|免予|免于|不予)(?:刑事|治安|行政)?处罚|取保|私了|(?:不|免)[^，,]{0,3}(?:拘留|判刑|坐牢)/,
    ],
    reason: '家暴、打伤人、犯罪要不要处罚，由公安、法院定，不能拿来换。可以写赔偿多少钱。',
    article: '《反家庭暴力法》第三十三条',
  },
  {
    id: 'ownership',
    patterns: [
      new RegExp(
        `${immovable}[^，,]{0,12}(?:归|属于?|判给|划给|分给)[^，,]{0,12}(?:所有|名下|一家|继承|[^，,]{1,4}$)`,
      ),
      new RegExp(`${immovable}[^，,]{0,8}(?:所有权|产权|使用权|承包经营权)[^，,]{0,6}(?:归|属)`),
      /确认[^，,]{0,12}(?:所有权|产权|使用权|承包经营权|专利权|商标权)/,
    ],
    unless: /腾退|搬出|归还|收费|租金归/,
    reason: '房子、土地归谁，法院不在司法确认里确认，要登记或者打官司。可以写腾不腾、修不修、补多少钱。',
    article: '《最高人民法院关于适用〈民事诉讼法〉的解释》第三百五十五条第五项',
  },
  {
    id: 'status',
    patterns: [
      /(?:同意|自愿|协议|双方|办理)[^，,]{0,2}离婚(?!前|后|协议书|时)/,
      /(?:解除|确认|终止|脱离|断绝)[^，,]{0,10}(?:婚姻|夫妻|收养|父子|父女|母子|母女|亲子|养父母|养子女)/,
    ],
    reason: '结婚、离婚、收养、是不是亲生，调解协议定不了，要去登记机关或者法院。',
    article: '《人民调解协议司法确认程序的若干规定》第四条第二款',
  },
  {
    id: 'unlawful',
    patterns: [
      /赌债|赌资|嫖|毒资|代孕|高利贷/,
      /(?:不开|少开|虚开)[^，,]{0,4}发票|逃税|偷税|瞒报|阴阳合同|假合同/,
      /不(?:用|再)?(?:缴|交|上|参加)[^，,]{0,6}(?:社保|社会保险|工伤保险|税)/,
    ],
    reason: '违反法律、损害国家或者别人利益的，不能写进协议，法院也不会确认。',
    article: '《人民调解协议司法确认程序的若干规定》第七条',
  },
]

/** A clause that cannot stay: which rule, and the sentence it is in. */
export interface TermFault {
  rule: TermRule
  sentence: string
}

/**
 * The clauses that cannot stay in a text, each sentence once per rule.
 * @param text of at most a few thousand characters; bounded before
 */
export const termFaults = (text: string): TermFault[] =>
  text
    .split(/[。；;！!？?\n]+/)
    .map((sentence) => sentence.replaceAll(/\s+/g, ''))
    .filter(Boolean)
    .flatMap((sentence) =>
      termRules.flatMap((rule) =>
        !rule.unless?.test(sentence) && rule.patterns.some((pattern) => pattern.test(sentence))
          ? { rule, sentence }
          : [],
      ),
    )
