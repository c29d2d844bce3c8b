import { paperFacts } from '#domain/filing/kept-fields.ts'
import type { Words } from '#domain/history/words.ts'

/** What the complainant wrote, on paper: the report of a case, the letter of a referral. */
export const FiledWords = ({ filed }: { filed: Words['filed'] | undefined }) => (
  <>
    {paperFacts()
      // An answer that was not given has no line; a filing that cannot be read keeps its labels.
      .filter(({ field }) => !filed || filed[field])
      .map(({ field, label }) => (
        <p class="typed">
          {label ? <b>{label}：</b> : null}
          {filed?.[field]}
        </p>
      ))}
  </>
)
