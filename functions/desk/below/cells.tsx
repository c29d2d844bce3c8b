import { type Day, dayOf, daysBetween, type Instant, spokenDay } from '#domain/basics/time.ts'

/** A number that opens its list; 0 opens none. */
export const Opens = ({ count, href, of }: { count: number; href: string; of: string }) =>
  count > 0 ? (
    <a href={href}>
      <b>{count}</b>
      <span class="visually-hidden">件，{of}</span>
    </a>
  ) : (
    <>0</>
  )

/** How long something is over or waits: its days, or a dash. */
export const Days = ({ since, now }: { since: Day | null; now: Instant }) =>
  since ? (
    <>
      {daysBetween(since, dayOf(now))} 天
      <span class="visually-hidden">，从{spokenDay(since, dayOf(now).slice(0, 4))}起</span>
    </>
  ) : (
    <>—</>
  )
