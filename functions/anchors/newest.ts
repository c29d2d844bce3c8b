import { addDays, dayOf } from '#domain/basics/time.ts'
import type { Ports } from '#ports'
import type { AnchorStore, PublishedRoot } from '#store/ports/anchors.ts'

/** Days of the page and the feed; older ones are in the answers of the API. */
const shownDays = 31

/** What the routes of this folder need. */
export type AnchorPorts = Pick<Ports<Pick<AnchorStore, 'anchors'>>, 'store' | 'clock'>

/** The first day that is shown without a choice. */
export const firstShown = (now: number): string => addDays(dayOf(now), -shownDays)

/** The roots of the page and the feed, newest first. */
export const newestAnchors = async ({ store, clock }: AnchorPorts): Promise<PublishedRoot[]> =>
  (await store.anchors(firstShown(clock()), shownDays)).reverse()
