import { filesPerSide, lengths } from '#domain/basics/bounds.ts'
import { readLine } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { keyUsed } from '#domain/words/key-used.ts'
import { type FileFault, fileFaults } from './faults.ts'
import { type Audience, audienceIds } from './kinds.ts'

/** What is said of a file when it is given, and why one is not taken that is right in itself. */

/**
 * What a file shows of a person that needs consent of its own (个人信息保护法 28, 29, 31): nothing, or something they agree
 * to show; for a child under 14 its parent or guardian agrees.
 */
export const sensitiveAnswers = {
  none: '没有这些',
  agreed: '有，我同意给办这件事的人看',
} as const

type Sensitive = keyof typeof sensitiveAnswers

/** What is said of a file. */
export interface Said {
  caption: string
  audience: Audience
  /** Absent if nobody asked: programs need not send it. */
  sensitive?: Sensitive | undefined
}

type AddingField = 'caption' | 'audience' | 'sensitive' | 'source' | 'sure'
export interface AddingFault {
  field: AddingField
  code: 'required' | 'tooLong' | 'unknown'
}

const isAudience = (text: string): text is Audience => audienceIds.some((id) => id === text)
const isSensitive = (text: string): text is Sensitive => Object.hasOwn(sensitiveAnswers, text)

/**
 * Reads what is said of a file. Without an audience only those who handle the case see it.
 * @param asked the form asks what it shows of people
 */
export const readSaid = (
  typed: { caption: string; audience: string; sensitive: string },
  asked: boolean,
): Result<Said, AddingFault[]> => {
  const faults: AddingFault[] = []
  const caption = readLine(typed.caption, lengths.caption)
  if (caption === null) faults.push({ field: 'caption', code: 'tooLong' })
  const audience = typed.audience === '' ? 'mediator' : typed.audience
  if (!isAudience(audience)) faults.push({ field: 'audience', code: 'unknown' })
  const { sensitive } = typed
  if (asked && sensitive === '') faults.push({ field: 'sensitive', code: 'required' })
  else if (sensitive !== '' && !isSensitive(sensitive)) faults.push({ field: 'sensitive', code: 'unknown' })
  if (caption === null || !isAudience(audience) || faults.length > 0) return fail(faults)
  return ok({ caption, audience, ...(isSensitive(sensitive) && { sensitive }) })
}

/** Error texts for what is said of a file. */
export const addingMessage = ({ field, code }: AddingFault): string => {
  if (code === 'tooLong') return `写得太长了，最多 ${lengths.caption} 个字，请删短一些。`
  if (field === 'sensitive' && code === 'required')
    return '请选一下：里面有没有看病、钱款、不满十四岁孩子的内容。不同意给人看的，请不要交。'
  if (field === 'source') return '请选这份材料从哪里来的。'
  if (field === 'caption') return '请写一写这是什么，几个字就行。'
  if (field === 'sure') return '请先看清楚录音的规矩，在前面打勾。'
  return '请在列出的里面选一个。'
}

/** Why a file is not taken though nothing may be wrong with it. */
const notAddedMessages = {
  ended: '这件事结束已经很久，这里不能再交材料了。要紧的，请打电话。',
  full: `这件事您已经交了 ${filesPerSide} 份，不能再多了。还有的，请带到现场给办的人看。`,
  busy: '现在上传的人多，没有收下。请过一会儿再交一次，您写的还在。',
  length: '没有收下：您的浏览器没有说这份文件有多大。请换一个浏览器再传。',
  brokenOff: '传到一半断了，没有收下。请在信号好的地方再交一次，不会多出一份。',
  contentType: '没有收到文件。请从本站的表格里选一份，再交一次。',
  stale: '刚才有人也在动这件事，没有收下。请再交一次，不会多出一份。',
  conflict: keyUsed,
  gone: '这份材料过了保存的日子，已经删掉了。',
} as const

export type NotAdded = keyof typeof notAddedMessages

/** Why a file was not taken. */
export type FileRefusal = FileFault | NotAdded | AddingFault[]

/** The sentence of a refusal that is not about a field. */
export const refusalText = (why: FileFault | NotAdded): string =>
  Object.hasOwn(fileFaults, why) ? fileFaults[why as FileFault] : notAddedMessages[why as NotAdded]

/** The field of a form and of the API that holds the file. */
export const fileField = 'file'

/** A refusal as the errors of a form: what is wrong with the file, or with what was said of it. */
export const refusalErrors = (why: FileRefusal): { field: string; text: string }[] =>
  typeof why === 'string'
    ? [{ field: fileField, text: refusalText(why) }]
    : why.map((fault) => ({ field: fault.field, text: addingMessage(fault) }))
