import { units } from '#domain/basics/bounds.ts'

/** The device of a session, in words that its owner recognises. */

const first = (agent: string, names: [RegExp, string][]): string =>
  names.find(([pattern]) => pattern.test(agent))?.[1] ?? ''

const systems: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, '鸿蒙手机'],
  [/Android(?!.*Mobile)/, '安卓平板'],
  [/Android/, '安卓手机'],
  [/iPhone/, '苹果手机'],
  [/iPad/, '苹果平板'],
  [/Windows/, 'Windows 电脑'],
  [/Macintosh/, '苹果电脑'],
  [/Linux|X11/, 'Linux 电脑'],
]

// The more specific name first: most browsers also contain the names of others.
const browsers: [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/DingTalk/, '钉钉'],
  [/Edg/, 'Edge 浏览器'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/UCBrowser/, 'UC 浏览器'],
  [/Firefox/, '火狐浏览器'],
  [/Chrome/, 'Chrome 浏览器'],
  [/Safari/, 'Safari 浏览器'],
]

/** Names a device: 安卓手机，微信. The user agent is chosen by the browser and can have any length. */
export const deviceWords = (userAgent: string): string => {
  const agent = userAgent.slice(0, units.header)
  return [first(agent, systems), first(agent, browsers)].filter(Boolean).join('，') || '认不出的设备'
}
