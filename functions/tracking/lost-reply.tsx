import { lostReplies } from '#domain/filing/messages.ts'
import { KeptWords } from '#ui/kept-words.tsx'
import { replyLabel } from './reply-form.tsx'

/** A reply that came after the session had ended, or for another case than the one open here: it is given back. */
export const LostReply = ({ why, typed }: { why: keyof typeof lostReplies; typed: string }) => (
  <div class="error-summary" role="alert" tabindex={-1}>
    <h2>{lostReplies[why].title}</h2>
    <p>{lostReplies[why].text}</p>
    <KeptWords words={[{ label: replyLabel, text: typed }]} />
  </div>
)
