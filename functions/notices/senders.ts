import type { NoticeKind } from '#domain/notices/attempts.ts'
import { holderText, staffText } from '#domain/notices/notices.ts'
import { county } from '#generated/county.ts'
import type { Ports } from '#ports'
import type { StaffRecipient } from '#store/ports/notices.ts'
import { aliyun } from './aliyun.ts'
import type { NoticeConfig } from './config.ts'
import { local } from './local.ts'
import type { Provider } from './provider.ts'
import { type Connect, smtp } from './smtp.ts'
import { tencent } from './tencent.ts'
import { webhook } from './webhook.ts'
import { wecom } from './wecom.ts'

/** The providers of a configuration, and what each of them is told to say. */

/** What providers need of the platform. */
export interface SenderPorts extends Pick<Ports, 'clock' | 'log'> {
  connect: Connect
}

/** How one recipient is sent a message; `to` is empty where the provider knows where to. */
interface Sender {
  provider: Provider
  to: string
  text: string
}

/** The ways of a configuration. */
export interface Senders {
  /** Kinds of notices that have a provider. */
  kinds: NoticeKind[]
  holder: Omit<Sender, 'to'> | null
  staff: StaffRecipient[]
  /** How staff of a unit are told; null if the configuration does not say so any more. */
  ofUnit(kind: NoticeKind, unit: string): Sender | null
}

type HolderConfig = NonNullable<NoticeConfig['holders']>

const holderProvider = (config: HolderConfig, { clock, log }: SenderPorts): Provider => {
  switch (config.by) {
    case 'local':
      return local(log)
    case 'webhook':
      return webhook(config, clock)
    case 'aliyun':
      return aliyun(config, clock)
    case 'tencent':
      return tencent(config, clock)
  }
}

/** Builds the providers of a configuration. */
export const sendersOf = ({ holders, staff, mail }: NoticeConfig, ports: SenderPorts): Senders => {
  const { name, url } = county.site
  const holder = holders && {
    provider: holderProvider(holders, ports),
    text: holderText({ name, host: new URL(url).host }),
  }
  const byMail = mail && smtp(mail, ports.connect, ports.clock)
  const units = new Map<string, Sender>()
  for (const way of staff) {
    const provider = way.by === 'wecom' ? wecom(way.url) : byMail
    if (provider)
      units.set(`${way.by} ${way.unit}`, { provider, to: way.by === 'email' ? way.to : '', text: staffText })
  }
  return {
    kinds: [...(holder ? (['holder'] as const) : []), ...new Set(staff.map(({ by }) => by))],
    holder: holder ?? null,
    staff: staff.map(({ by: kind, unit }) => ({ kind, unit })),
    ofUnit: (kind, unit) => units.get(`${kind} ${unit}`) ?? null,
  }
}
