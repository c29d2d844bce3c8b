import type { Outcome } from '#domain/notices/attempts.ts'
import { post, reaches } from './http.ts'
import type { Provider } from './provider.ts'

/** A group robot of WeCom (developer.work.weixin.qq.com/document/path/91770). Its address is its password. */

const read = (answer: unknown): Outcome => {
  const code = (answer as { errcode?: unknown } | undefined)?.errcode
  if (typeof code !== 'number') return 'unsure'
  return code === 0 ? 'sent' : 'again'
}

/** For staff only: the robot posts into its group. */
export const wecom = (url: string): Provider => ({
  takesId: false,
  reach: () => reaches(url),
  send({ text }) {
    const body = JSON.stringify({ msgtype: 'text', text: { content: text } })
    return post(url, { headers: { 'content-type': 'application/json' }, body }, read)
  },
})
