import { lostReplies } from '#domain/filing/messages.ts'
import { KeptWords } from '#ui/kept-words.tsx'
import { replyLabel } from './reply-form.tsx'

/** Shows a reply that could not be sent, because the session had ended or the browser now follows another case. */
export const LostReply = ({ why, typed }: { why: keyof typeof lostReplies; typed: string }) => (
  <div class="error-summary" role="alert" tabindex={-1}>
    <h2>{lostReplies[why].title}</h2>
    <p>{lostReplies[why].text}</p>
    <KeptWords words={[{ label: replyLabel, text: typed }]} />
  </div>
)
