import { readNoticeConfig } from '../../notices/config.ts'
import { inChinese } from '../../notices/faults-in-chinese.ts'
import type { Finding } from './findings.ts'

/**
 * Whether messages will be sent, and whether their configuration is right.
 * @param place the file
 * @param text what it holds; undefined: it is not there
 * @param manual where it is described
 */
export const noticeFindings = (place: string, text: string | undefined, manual: string): Finding[] => {
  if (text === undefined)
    return [{ level: 'advice', place, says: `没有：不发短信，也不提醒工作人员（${manual}）` }]
  const config = readNoticeConfig(text)
  return config.ok
    ? []
    : [
        {
          level: 'error',
          place,
          says: config.error.map((fault) => `${fault.place}：${inChinese(fault)}`).join('；'),
        },
      ]
}
