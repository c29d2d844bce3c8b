/**
 * Phrases that would teach wrong law or a wrong attitude; the numbers are those of the reviewed list of
 * common mistakes.
 */
export interface Phrase {
  pattern: RegExp
  /** The same words in a denial. */
  unless?: RegExp
  /** Only in texts about violence, children, illness or self-harm. */
  sensitive?: true
  why: string
}

const denied = /不|没|别|勿|无权|未/

export const forbidden: Phrase[] = [
  {
    pattern: /(?:24|36)\s*[%％]|百分之(?:二十四|三十六)/,
    why: '1: the ceiling is four times the one-year LPR when the contract was made',
  },
  { pattern: /LPR[^，。]{0,10}\d+(?:\.\d+)?\s*[%％]/, why: '1: LPR changes monthly, never a fixed number' },
  {
    pattern: /按(?:照)?农村(?:户口|居民)?(?:的)?标准|同命不同价/,
    unless: denied,
    why: '2: compensation follows one standard, that for urban residents',
  },
  {
    pattern: /协议.{0,16}强制执行|强制执行.{0,8}协议/,
    unless: /确认|公证|不|没|起诉|支付令|判决|调解书/,
    why: '3: a mediation agreement is not enforceable without joint judicial confirmation',
  },
  {
    pattern: /(?:起诉|诉讼|法院).{0,10}冷静期/,
    unless: denied,
    why: '4: only divorce by registration has a cooling-off period',
  },
  {
    pattern: /(?:查不出|找不到|查不清|查不到).{0,14}(?:住户|邻居|整栋|全楼|业主).{0,10}赔/,
    unless: /补偿|不用|不必|不该/,
    why: '6: 补偿, not 赔偿',
  },
  { pattern: /谁弱谁有理|谁伤谁有理|死者为大/, unless: denied, why: '7: fault and law decide' },
  {
    pattern: /各退一步|互相让一让|忍一忍|忍忍|家和万事兴|大事化小/,
    unless: denied,
    sensitive: true,
    why: '8: violence and bullying are never smoothed over',
  },
  {
    pattern: /(?:自建房|农房|农村).{0,12}住房租赁条例|住房租赁条例.{0,12}(?:自建房|农房)/,
    unless: denied,
    why: '9: 住房租赁条例 is for state-owned town land',
  },
  {
    pattern: /宅基地.{0,6}(?:可以|能)(?:单独)?继承/,
    unless: denied,
    why: '10: the right to a homestead is not inherited separately',
  },
  {
    pattern: /(?:低保|最低工资|补助|补贴|救助|困难标准).{0,10}\d+\s*元/,
    why: '11: amounts differ by place and year',
  },
  {
    pattern: /调解(?:员|委员会)?.{0,6}(?:裁决|判(?!断)|处罚|罚款)|调委会.{0,6}(?:判|处罚|罚)/,
    unless: /不|没|别|谁也|法院|公安|派出所|仲裁|代替|民警/,
    why: '13, 14: mediators neither decide nor punish',
  },
  {
    pattern: /(?:村委会|村里|网格员|镇里).{0,4}(?:拘留|罚款)/,
    unless: denied,
    why: '14: only the police and the courts do',
  },
  { pattern: /网格员.{0,6}执法/, unless: denied, why: 'D: grid workers have no power of enforcement' },
  {
    pattern: /(?:退休年|超龄|过了六十).{0,24}(?:各地(?:做法|办法|规定)不一样|不算工伤|不能认工伤)/,
    why: '超龄劳动者规定 15: employers insure workers past retirement age, an injury is recognised like any other',
  },
  {
    pattern: /(?:离了|离婚|分了|分手|前任|前夫|前男友).{0,24}(?:法院看您的情况|问法院能不能|收不收)/,
    why: '妇女权益保障法 29: a woman harassed after a separation may apply for a protection order',
  },
  {
    pattern: /(?:给出去|给了|过了户|过户|送出去).{0,24}(?:要不回|(?:多半|一般|就)?难要回|要回来一般难)/,
    unless: /可以撤销|被骗|定金|卖|别人/,
    why: '民法典 663: a gift to a person who does not fulfil its duties is revocable within a year',
  },
  {
    pattern: /(?:没人管|不作为|该管不管|没动静|不管的?)[^。]{0,24}(?:也可以先|一般(?:要)?先)(?:申请)?复议/,
    why: '行政复议法 23(3): where an office does not act, review must come first',
  },
  {
    pattern: /护住自己[^。]{0,16}分开看|谁还手谁|还手就(?:是|算)互殴/,
    unless: /不算|不是/,
    why: '治安管理处罚法 19: stopping an ongoing attack is not an offence',
  },
  { pattern: /噪声污染防治法|环境保护法|大气污染防治法|水污染防治法|社会救助暂行办法/, why: '0.4: replaced' },
  {
    pattern: /民事诉讼法第(?:194|195|201|202|一百九十[四五]|二百零[一二])条/,
    why: '0.4: judicial confirmation is 205 and 206',
  },
  { pattern: /12369|12305|12358|12319/, why: 'C: merged into 12345 or stopped' },
  {
    pattern: /包赢|包你|稳赢|(?:一定|肯定|必)(?:能|会)?(?:判|赢|胜)/,
    unless: denied,
    why: 'no result can be promised',
  },
  { pattern: /广大群众|人民群众|群众们/, why: '群众 is not a form of address' },
  { pattern: /[（(〔]20\d\d[）)〕].{0,10}号/, why: 'E: no case numbers' },
  {
    pattern:
      /北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门/,
    unless: /枫桥|六尺巷|浦江/,
    why: 'E: no real places',
  },
]
