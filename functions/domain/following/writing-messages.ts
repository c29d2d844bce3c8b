import { talkDays } from '#domain/basics/bounds.ts'
import { keyUsed } from '#domain/words/key-used.ts'
import type { WritingFault } from './writing.ts'

/** Error texts for a message to the desk, by what is wrong with it. */
export const writingMessages: Record<WritingFault['code'], string> = {
  notText: '请用文字写。',
  notObject: '请写成 { "number": …, "when": … }，或者不写。',
  required: '请写一写您要说的，一句话也可以。',
  tooLong: '写得太长了，请删短一些。',
  noNumber: '您登记的时候没有留能拨的号码。请把号码写在要说的话里，或者自己打电话来。',
  otherNumber: '登记的号码里没有这一个。请写它的后四位，或者整个号码；要打别的号码，写在要说的话里。',
  sameEnding: '您登记的号码，不止一个是这样结尾的。请把整个号码写上。',
  guessed: '号码写错的次数太多了，过一个小时再写。这一格空着也行，打您登记的号码。',
}

/** Why a message to the desk was not taken, though nothing is wrong with its words. */
export const notTakenMessages = {
  asked: '办的人刚刚问了您一件事。请先看一看，您写的还在，改一改再交。',
  ended: `这件事结束超过 ${talkDays} 天，这里不能再留话了。您写的还在，可以抄下来；要说什么，请打电话。`,
  enough: '今天写的已经很多了，办的人都看得到。别的话请明天再写；急的话，请打电话。',
  conflict: keyUsed,
  stale: '刚才有人也在动这件事，没有交上去。您写的还在，请再交一次。',
} as const
