/** What somebody can do if the other side does not keep an agreement. */

interface UnkeptWay {
  when: string
  /** True for an agreement that a court has confirmed, false for one that none has. */
  confirmed: boolean
  what: string
  article: string
}

/** The ways, by what the agreement is; the same for every case, so that none tells its subject (rules.md R49). */
export const unkeptWays: readonly UnkeptWay[] = [
  { when: '法院确认过的', confirmed: true, what: '向法院申请强制执行', article: 'people-mediation-33' },
  { when: '没有确认过的', confirmed: false, what: '拿着协议去法院起诉', article: 'people-mediation-32' },
  {
    when: '单位欠工钱、工伤医疗费、经济补偿、赔偿金的',
    confirmed: false,
    what: '拿着协议书向法院申请支付令',
    article: 'labour-arbitration-16',
  },
]
