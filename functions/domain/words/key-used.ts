/** What a program is told whose Idempotency-Key came with something else before. */
export const keyUsed = '这个 Idempotency-Key 已经用过，上一次的内容不一样。'
