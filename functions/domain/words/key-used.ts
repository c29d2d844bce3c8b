/** What a program is told whose Idempotency-Key came with something else before. */
export const keyUsed = '这个 Idempotency-Key 已经用过，上一次的内容不一样。'

/** What is said of an answer to a question that was not taken: nothing was chosen, or others changed the case. */
export const answerMessages = {
  required: '请选一个。',
  conflict: keyUsed,
  stale: '刚才有人也在动这件事，没有交上去。请再答一次。',
} as const
