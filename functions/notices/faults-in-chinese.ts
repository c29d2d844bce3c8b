import type { ConfigFault } from './config.ts'

/** What is wrong with a configuration of notices, for the people of a county. */

const shapes: Record<string, string> = {
  JSON: '不是一段 JSON：看看引号、逗号和括号',
  'a text': '要写，用引号括起来',
  'a text that is not empty': '不能空着',
  'an https address': '要写 https:// 开头的网址',
  'at least 32 random signs': '至少 32 个随机的字',
  'an instant, such as 2026-12-01T08:00:00+08:00': '要写一个时间，照这个样子：2026-12-01T08:00:00+08:00',
  'an instant that exists': '没有这个时间',
  'an e-mail address': '要写邮箱地址',
  'the id of a unit in content/regions.yaml': '没有这个单位编号',
  'one of local, webhook, aliyun, tencent': 'by 要写 aliyun、tencent、webhook 里的一个',
  'one of wecom, email': 'by 要写 wecom 或 email',
  'a port': '要写端口，是一个数字',
  'each unit once by each way': '同一个单位、同一种办法写了两次',
  'a mail server, because staff are told by e-mail': '没有写发邮件的服务器；staff 里有人要用邮箱收',
}

/** Says what is wrong at the place of a fault, and no value. */
export const inChinese = ({ expected, unknown }: Pick<ConfigFault, 'expected' | 'unknown'>): string =>
  unknown ? `没有 ${unknown.join('、')} 这一项` : (shapes[expected] ?? '写法不对')
