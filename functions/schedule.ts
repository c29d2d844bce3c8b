import type { StaffStore } from '#store/ports/staff/store.ts'
import { closeDays } from './anchors/close-days.ts'
import type { ErasureList } from './desk/erase-person.ts'
import { refreshCases } from './desk/refresh-cases.ts'
import { closeFigures } from './figures/close-figures.ts'
import { closeRatings } from './figures/close-ratings.ts'
import { readNoticeConfig } from './notices/config.ts'
import { sendNotices } from './notices/send-notices.ts'
import { sendersOf } from './notices/senders.ts'
import type { Connect } from './notices/smtp.ts'
import type { Ports } from './ports.ts'
import { publishQuarters } from './statistics/publish-quarters.ts'

/** What the schedule needs in addition to the app's ports. */
export type SchedulePorts = Ports & {
  staff: Pick<StaffStore, 'sweep'>
  connect: Connect
  /** The list of erasures: a file, or the log. */
  erasures: ErasureList
}

/** Cases of which the tasks of ratings are looked at in one run. */
const narrowedAtOnce = 200

/** A wrong configuration stops notices, nothing else; each fault is logged by its place. */
const notices = async (ports: SchedulePorts, json: string | undefined): Promise<void> => {
  const config = readNoticeConfig(json)
  if (!config.ok)
    for (const { place, expected } of config.error)
      ports.log({ event: 'notices', kind: 'config', place, expected })
  else if (config.value)
    await sendNotices(ports, sendersOf(config.value, ports), Date.parse(config.value.since))
}

/**
 * What happens every ten minutes: expired rows are removed, cases whose clocks ran on are refreshed, notices are sent, the
 * day that has ended is closed and counted, the figures of a quarter that has ended are published. The next run continues
 * where this one stopped.
 * @param json the value of `NOTICES`
 */
export const runSchedule = async (ports: SchedulePorts, json: string | undefined): Promise<void> => {
  const now = ports.clock()
  await ports.store.sweep(now)
  await ports.staff.sweep(now)
  const { cases, more } = await refreshCases(ports)
  if (more) ports.log({ event: 'scheduler', cases, more: 'yes' })
  await notices(ports, json)
  await closeDays(ports)
  await publishQuarters(ports)
  // Cases whose clocks wait to be refreshed come first: figures have all night.
  if (!more) {
    await closeRatings(ports)
    await closeFigures(ports)
    await ports.store.narrowRatingTasks(narrowedAtOnce)
  }
  // Last: an object store that is away must stop nothing else.
  await ports.files.sweep(now)
}
