import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dayOf } from '#domain/basics/time.ts'
import type { Filing } from '#domain/filing/fields.ts'
import { readFiling } from '#domain/filing/filing.ts'
import { areaAt, findArea, unitOf } from '#domain/places/areas.ts'
import type { SpotRecord } from '#domain/spot/record.ts'
import type { About } from '#domain/words/about.ts'
import type { Track } from '#domain/words/tracks.ts'
import { county } from '#generated/county.ts'
import { recordSpot, spotKey } from '../../desk/spot/record-spot.ts'
import { fileCase } from '../../filing/file-case.ts'
import { filled, type Living, memberOf } from './context.ts'
import type { Draw } from './draw.ts'
import { samplePlaces } from './matters.ts'

/** How a sample case begins: filed online, written down by staff, or settled on the spot. */

/** Where it happened: mostly a village, sometimes a grid of it, a town, seldom the county as a whole. */
export const drawRegion = (draw: Draw): string => {
  const level = draw.weighted([
    { weight: 86, id: 'village' as const },
    { weight: 8, id: 'grid' as const },
    { weight: 5, id: 'town' as const },
    { weight: 1, id: 'county' as const },
  ]).id
  return draw.one(county.areas.filter((area) => area.level === level && !area.mergedInto)).id
}

interface Beginning {
  track: Track
  region: string
  about: About
}

const drawBeginning = (living: Living): Beginning => {
  const { life, draw } = living
  return {
    track: draw.one(life.tracks),
    region: living.region ?? drawRegion(draw),
    about: draw.one(life.about ?? ['none']),
  }
}

const filingOf = (
  living: Living,
  { track, region, about }: Beginning,
  isRegistered: boolean,
): Result<Filing, unknown> => {
  const { draw, life, filer, category, matter } = living
  const isAnonymous = track !== 'complaint' && draw.isDrawn(life.anonymous ?? 0.02)
  const place = draw.one(samplePlaces)
  return readFiling({
    ...{ danger: life.danger === true, about, track, category, region, consent: true },
    narrative: filled(draw.one(matter.told), draw, place),
    request: matter.wanted,
    ...(draw.isDrawn(0.4) && { title: matter.subject }),
    otherParty: matter.other,
    ...(isAnonymous ? { anonymous: true } : { name: filer.name, phone: filer.phone }),
    ...(track === 'complaint' && { address: `示例路 ${draw.whole(1, 200)} 号` }),
    ...(life.danger && { contact: { mayCall: draw.isDrawn(0.5), mayText: false, when: '白天' } }),
    ...(!isRegistered && !isAnonymous && draw.isDrawn(0.1) && { onBehalfOf: 'family' }),
  })
}

/** Files the case, or lets staff of the village, the grid or the town write it down. */
const file = async (living: Living): Promise<Result<unknown, unknown>> => {
  const { ports, life, draw } = living
  const beginning = drawBeginning(living)
  const isRegistered =
    life.begins === 'registered' || (life.begins === undefined && !life.danger && draw.isDrawn(0.35))
  const filing = filingOf(living, beginning, isRegistered)
  if (!filing.ok) return filing
  const place = areaAt(beginning.region, draw.one(['grid', 'village', 'village', 'town'] as const))
  const writer = unitOf(place.id, 'grid') ?? unitOf(place.id, 'people-mediation-committee')
  const by = isRegistered && writer ? memberOf(living, writer.id, false) : undefined
  const registered = by && {
    actor: `staff:${by.id}` as const,
    acting: by.unit,
    channel: draw.one(['visit', 'call', 'round'] as const),
  }
  const filed = await fileCase(ports, filing.value, undefined, { registered })
  if (!filed.ok) return filed
  living.number = filed.value.caseNumber
  living.unit = filed.value.unitId
  living.codes.set(1, filed.value.trackingCode)
  return ok(null)
}

/** Records what a committee settled on the spot. */
const record = async (living: Living): Promise<Result<unknown, unknown>> => {
  const { ports, draw, filer, other, category, matter, now } = living
  const villages = county.areas.filter(({ level, mergedInto }) => level === 'village' && !mergedInto)
  const village = draw.one(villages)
  const place = draw.isDrawn(0.85) ? village : (findArea(village.parent ?? '') ?? village)
  const committee = unitOf(place.id, 'people-mediation-committee')
  const by = committee && memberOf(living, committee.id, false)
  if (!by) return fail('nobody')
  const written: SpotRecord = {
    ...{ name: filer.name, phone: filer.phone, otherName: other.name, category, region: village.id },
    ...(draw.isDrawn(0.6) && { otherPhone: other.phone }),
    subject: matter.subject,
    narrative: filled(draw.one(matter.told), draw, draw.one(samplePlaces)),
    result: `${matter.promised.replace('{place}', '村部门口')}，事情就这样了结。`,
    agreed:
      category === 'labour' || category === 'medical'
        ? draw.one(['signed', 'unsigned'] as const)
        : draw.one(['oral', 'oral', 'signed', 'unsigned'] as const),
    on: dayOf(now),
  }
  const recorded = await recordSpot(ports, written, await spotKey(ports, written, by), by)
  if (!recorded.ok) return recorded
  living.number = recorded.value.caseNumber
  living.unit = by.unit
  living.codes.set(1, recorded.value.own).set(2, recorded.value.other)
  // Its call may be drawn without a rating.
  living.mayAsk = true
  return ok(null)
}

/** Begins the case at the instant of its ports. */
export const begin = (living: Living): Promise<Result<unknown, unknown>> =>
  living.life.begins === 'spot' ? record(living) : file(living)
