import * as z from 'zod/mini'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { findUnit } from '#domain/places/areas.ts'
import { isLoopback } from '#http/loopback.ts'

/** The configuration of notices: one JSON value, `NOTICES` (docs/operating.md). It holds secrets: never log its values. */

const text = z.string('a text').check(z.trim(), z.minLength(1, 'a text that is not empty'))

const mayCall = (address: string): boolean => {
  const url = URL.parse(address)
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname)))
}
const url = text.check(z.refine(mayCall, 'an https address'))

/** 32 signs of base64 or hex are about as strong as the key of the signature. */
const secret = text.check(z.minLength(32, 'at least 32 random signs'))

const instant = text.check(
  z.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/,
    'an instant, such as 2026-12-01T08:00:00+08:00',
  ),
  z.refine((value) => !Number.isNaN(Date.parse(value)), 'an instant that exists'),
)

const address = text.check(z.regex(/^[\w.+-]+@[\w.-]+$/, 'an e-mail address'))

const unit = text.check(
  z.refine((id) => findUnit(id) !== undefined, 'the id of a unit in content/regions.yaml'),
)

/** Providers of messages to holders of a code. */
const holders = z.discriminatedUnion(
  'by',
  [
    z.strictObject({ by: z.literal('local') }),
    z.strictObject({ by: z.literal('webhook'), url, secret }),
    z.strictObject({
      ...{
        by: z.literal('aliyun'),
        accessKeyId: text,
        accessKeySecret: text,
        signName: text,
        templateCode: text,
      },
      endpoint: z._default(url, 'https://dysmsapi.aliyuncs.com'),
    }),
    z.strictObject({
      ...{ by: z.literal('tencent'), secretId: text, secretKey: text },
      ...{ sdkAppId: text, signName: text, templateId: text },
      region: z._default(text, 'ap-guangzhou'),
      endpoint: z._default(url, 'https://sms.tencentcloudapi.com'),
    }),
  ],
  'one of local, webhook, aliyun, tencent',
)

const staff = z.discriminatedUnion(
  'by',
  [
    z.strictObject({ by: z.literal('wecom'), unit, url }),
    z.strictObject({ by: z.literal('email'), unit, to: address }),
  ],
  'one of wecom, email',
)

/** The mail server for staff; TLS from the first byte (RFC 8314), except on loopback. */
const mail = z.strictObject({
  host: text,
  port: z._default(z.int('a port'), 465),
  from: address,
  user: z.optional(text),
  password: z.optional(text),
})

const isTwice = (list: { by: string; unit: string }[]): boolean =>
  new Set(list.map(({ by, unit: id }) => `${by} ${id}`)).size < list.length

const schema = z
  .strictObject({
    since: instant,
    holders: z.optional(holders),
    staff: z._default(
      z.array(staff).check(z.refine((list) => !isTwice(list), 'each unit once by each way')),
      [],
    ),
    mail: z.optional(mail),
  })
  .check(
    z.refine((given) => given.mail !== undefined || given.staff.every(({ by }) => by !== 'email'), {
      error: 'a mail server, because staff are told by e-mail',
      path: ['mail'],
    }),
  )

export type NoticeConfig = z.output<typeof schema>

/** A fault of the configuration: where it is, and what is expected there; never a value. */
export interface ConfigFault {
  place: string
  expected: string
  /** Names that are none of the configuration. */
  unknown?: string[]
}

/** The place of a fault of the whole value. */
const root = 'NOTICES'

const parsed = (json: string): Result<unknown, ConfigFault[]> => {
  try {
    return ok(JSON.parse(json))
  } catch {
    return fail([{ place: root, expected: 'JSON' }])
  }
}

/**
 * Reads the configuration.
 * @param json the value of `NOTICES`; empty or undefined: no notices
 * @returns null without a configuration, or every fault
 */
export const readNoticeConfig = (json: string | undefined): Result<NoticeConfig | null, ConfigFault[]> => {
  if (!json?.trim()) return ok(null)
  const value = parsed(json)
  if (!value.ok) return value
  const read = schema.safeParse(value.value)
  if (read.success) return ok(read.data)
  return fail(
    read.error.issues.map(({ path, message, ...issue }) => ({
      place: path.join('.') || root,
      ...(issue.code === 'unrecognized_keys'
        ? { expected: `not ${issue.keys.join(', ')}`, unknown: issue.keys }
        : { expected: message }),
    })),
  )
}

/** The faults as lines for a terminal. */
export const sayFaults = (faults: ConfigFault[]): string =>
  faults
    .map(({ place, expected }) => `${place === root ? root : `${root}: ${place}`}: expected ${expected}`)
    .join('\n')
