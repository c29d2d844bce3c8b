import { refusals } from '#domain/filing/messages.ts'
import type { NotTaken } from '#http/refusals.tsx'

/** Why a post was not taken, above the form with its words. */
export const notTakenText = {
  origin: '这次提交不像是从本站的页面点来的。您写的都在下面，请再点一次。',
  encoding: refusals.encoding.text,
} as const satisfies Record<NotTaken['refusal'], string>
