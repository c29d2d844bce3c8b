import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { acs3Headers, canonicalQuery } from '../../../functions/notices/aliyun.ts'
import { tc3Authorization } from '../../../functions/notices/tencent.ts'
import { webhookSignature } from '../../../functions/notices/webhook.ts'

/** The signatures, against the examples that the providers publish. */

describe('the signature of', () => {
  it('Alibaba Cloud equals the example with fixed parameters of its documentation', async () => {
    const { authorization } = await acs3Headers(
      { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' },
      {
        ...{ host: 'ecs.cn-shanghai.aliyuncs.com', action: 'RunInstances', version: '2014-05-26' },
        query: canonicalQuery({
          RegionId: 'cn-shanghai',
          ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
        }),
        ...{ date: '2023-10-26T10:22:32Z', nonce: '3156853299f313e23d1673dc12e1703d' },
      },
    )
    expect(authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    )
  })

  it('Tencent Cloud equals the example of its documentation', async () => {
    expect(
      await tc3Authorization(
        {
          secretId: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******',
          secretKey: 'Gu5t9xGARNpq86cd98joQYCN3*******',
        },
        {
          ...{ host: 'cvm.tencentcloudapi.com', service: 'cvm', seconds: 1_551_113_065 },
          body: '{"Limit": 1, "Filters": [{"Values": ["\\u672a\\u547d\\u540d"], "Name": "instance-name"}]}',
        },
      ),
    ).toBe(
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3*******/2019-02-25/cvm/tc3_request, SignedHeaders=content-type;host, Signature=2230eefd229f582d8b1b891af7107b91597240707d778ab3738f756258d7652c',
    )
  })

  it('our own receiver is the HMAC of seconds, dot and body', async () => {
    const [secret, body] = ['k'.repeat(32), '{"text":"您有新消息"}']
    expect(await webhookSignature(secret, 1_700_000_000, body)).toBe(
      `v1=${createHmac('sha256', secret).update(`1700000000.${body}`).digest('hex')}`,
    )
  })
})

it.each([
  [{ b: '1', a: '2' }, 'a=2&b=1'],
  [{ a: "v=a b*c~d/e'(!)" }, 'a=v%3Da%20b%2Ac~d%2Fe%27%28%21%29'],
  [{ a: '六尺巷' }, 'a=%E5%85%AD%E5%B0%BA%E5%B7%B7'],
])('a query is encoded as RFC 3986 says: %j', (values, query) => {
  expect(canonicalQuery(values as Record<string, string>)).toBe(query)
})
