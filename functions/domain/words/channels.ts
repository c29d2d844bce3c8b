/** How a case that staff register for a person (代录) reached them. */
export const registeredChannelIds = ['visit', 'call', 'round'] as const

export type RegisteredChannel = (typeof registeredChannelIds)[number]

/** How a case reached the desk: filed by the person online, registered for them by staff, or from an old ledger. */
const channelIds = ['online', ...registeredChannelIds, 'ledger'] as const

export type Channel = (typeof channelIds)[number]

/** True if staff registered the case for the person. */
export const isRegistered = (channel: Channel | undefined): channel is RegisteredChannel =>
  registeredChannelIds.some((id) => id === channel)

/** How a case from an old ledger is marked. */
export const ledgerTag = '旧台账'

export const channels: Record<Channel, { name: string }> = {
  online: { name: '网上提交' },
  visit: { name: '来人说的' },
  call: { name: '打电话说的' },
  round: { name: '走访时发现的' },
  ledger: { name: `${ledgerTag}导入的` },
}
