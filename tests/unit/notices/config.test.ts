import { describe, expect, it } from 'vitest'
import { readNoticeConfig, sayFaults } from '../../../functions/notices/config.ts'
import { inChinese } from '../../../functions/notices/faults-in-chinese.ts'

const since = '2026-12-01T08:00:00+08:00'
const secret = 'geheim-geheim-geheim-geheim-geheim'
const webhook = { by: 'webhook', url: 'https://sms.county.example/in', secret }
const mail = { host: 'smtp.county.example', from: 'portal@county.example', user: 'portal', password: secret }
const unit = 'shili-centre'
const read = (value: unknown) => readNoticeConfig(JSON.stringify(value))

describe('the configuration of notices', () => {
  it.each([undefined, '', '  \n'])('may be missing: %j', (json) => {
    expect(readNoticeConfig(json)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['the log of a developer', { by: 'local' }],
    ['a webhook', webhook],
    ['a webhook on this machine', { ...webhook, url: 'http://127.0.0.1:9000/' }],
    [
      'Alibaba Cloud',
      { by: 'aliyun', accessKeyId: 'a', accessKeySecret: 'b', signName: '六尺巷', templateCode: 'SMS_1' },
    ],
    [
      'Tencent Cloud',
      { by: 'tencent', secretId: 'a', secretKey: 'b', sdkAppId: '1', signName: '六尺巷', templateId: '2' },
    ],
  ])('may name %s', (_, holders) => {
    expect(read({ since, holders })).toMatchObject({ ok: true, value: { holders } })
  })

  it('may tell staff by WeCom and by e-mail', () => {
    const staff = [
      { by: 'wecom', unit, url: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k' },
      { by: 'email', unit, to: 'zhiban@county.example' },
    ]
    expect(read({ since, staff, mail })).toMatchObject({ ok: true, value: { staff, mail: { port: 465 } } })
  })

  it.each([
    ['no JSON', '{', 'NOTICES: expected JSON'],
    ['no instant', {}, 'since: expected'],
    ['a day for an instant', { since: '2026-12-01' }, 'since: expected an instant, such as'],
    [
      'an instant that does not exist',
      { since: '2026-13-01T08:00:00+08:00' },
      'since: expected an instant that exists',
    ],
    [
      'a provider that is none',
      { since, holders: { by: 'pigeon' } },
      'holders.by: expected one of local, webhook',
    ],
    [
      'plain http',
      { since, holders: { ...webhook, url: 'http://sms.county.example/' } },
      'holders.url: expected an https',
    ],
    ['no address', { since, holders: { ...webhook, url: 'sms' } }, 'holders.url: expected an https'],
    [
      'a short secret',
      { since, holders: { ...webhook, secret: 'geheim' } },
      'holders.secret: expected at least 32',
    ],
    ['a missing key', { since, holders: { by: 'aliyun' } }, 'holders.accessKeyId: expected a text'],
    ['an unknown property', { since, holder: webhook }, 'NOTICES: expected not holder'],
    [
      'an unknown unit',
      { since, staff: [{ by: 'email', unit: 'x', to: 'a@b.cn' }], mail },
      'staff.0.unit: expected the id',
    ],
    [
      'a wrong address',
      { since, staff: [{ by: 'email', unit, to: 'a@b\r\nBcc: c' }], mail },
      'staff.0.to: expected an e-mail',
    ],
    [
      'e-mail without a server',
      { since, staff: [{ by: 'email', unit, to: 'a@b.cn' }] },
      'mail: expected a mail server',
    ],
    [
      'a unit twice',
      {
        since,
        mail,
        staff: [
          { by: 'email', unit, to: 'a@b.cn' },
          { by: 'email', unit, to: 'c@b.cn' },
        ],
      },
      'staff: expected each unit once',
    ],
  ])('with %s is refused by its place, and says no value', (_, value, words) => {
    const config = typeof value === 'string' ? readNoticeConfig(value) : read(value)
    if (config.ok) throw new Error('taken')
    const said = sayFaults(config.error)
    expect(said).toContain(words)
    expect(said).not.toContain('geheim')
    // An operator reads the same in Chinese, with the words that are written in the file.
    for (const fault of config.error) {
      const chinese = inChinese(fault)
      expect(chinese).toMatch(/\p{Script=Han}/u)
      expect(chinese).not.toBe('写法不对')
      expect(chinese).not.toMatch(/expected|geheim/)
    }
  })
})
