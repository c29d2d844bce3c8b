import { lostReplies } from '#domain/filing/messages.ts'
import { type KeptWord, KeptWords } from '#ui/kept-words.tsx'

/** Shows words that could not be sent, because the session had ended or the browser now follows another case. */
export const LostReply = ({ why, words }: { why: keyof typeof lostReplies; words: KeptWord[] }) => (
  <div class="error-summary" role="alert" tabindex={-1}>
    <h2>{lostReplies[why].title}</h2>
    <p>{lostReplies[why].text}</p>
    <KeptWords words={words} />
  </div>
)
