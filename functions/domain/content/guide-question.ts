/** A question of a guide with its answers; each leads to a leaf or to the next question. */

/** An answer; it has either `leaf` (the id of a leaf) or `next`. */
export interface GuideOption {
  id: string
  say: string
  leaf?: string | undefined
  next?: GuideQuestion | undefined
}

export interface GuideQuestion {
  ask: string
  why: string
  options: GuideOption[]
}
