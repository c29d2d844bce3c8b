import type { Category } from '#domain/words/categories.ts'
import type { CurrentAgreement } from './current.ts'

/**
 * The way that fits where an item was not done: a confirmed agreement is enforced (人民调解法 33), wages can be claimed by
 * an order for payment (劳动争议调解仲裁法 16), everything else is sued for on the agreement (人民调解法 32).
 */
export const breachWay = (
  { confirmedOn }: Pick<CurrentAgreement, 'confirmedOn'>,
  category: Category,
): string => {
  if (confirmedOn)
    return '法院确认过的，可以拿协议书和裁定书，向法院申请强制执行（《人民调解法》第三十三条）。'
  if (category === 'labour')
    return '拖欠的工钱、工伤医疗费、补偿金、赔偿金，可以拿协议书向法院申请支付令（《劳动争议调解仲裁法》第十六条）；也可以就协议去法院起诉。'
  return '可以就这份协议去法院起诉（《人民调解法》第三十二条）；也可以先请调解员再问一问、催一催。'
}
