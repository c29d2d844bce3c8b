import { hardLives } from './hard-lives.ts'
import type { Life } from './life.ts'
import { officeLives } from './office-lives.ts'
import { talkLives } from './talk-lives.ts'

/**
 * The lives of sample cases, as data: what happens in which order, after how many days, how likely. Steps that the rules do
 * not allow at that moment are left out, so a life fits a village committee as well as the county's centre.
 */
export const lives: readonly Life[] = [...talkLives, ...officeLives, ...hardLives]
