import { spokenDay } from '#domain/basics/time.ts'
import type { UrgeFault } from './urging.ts'

/** Why nothing can be urged now, and when it can. */
export const urgeMessage = (fault: UrgeFault): string => {
  if (fault.why === 'early') return `日子还没有过半。${spokenDay(fault.from)}起可以催一次。`
  if (fault.why === 'already')
    return '这个期限已经催过了。一个期限催一次；还有话要说，随时可以留话，急的话请打电话。'
  return '现在没有在走的期限，不用催。要问什么，可以留话，也可以打电话。'
}
