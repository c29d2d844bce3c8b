import type { Track } from '#domain/words/tracks.ts'

/** Tracks whose figures the public may read only once the county has cleared them. */
export const petitionTracks: readonly Track[] = ['complaint', 'suggestion']
