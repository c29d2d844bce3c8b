/** Words that were not taken, under the label they were written under. */
export interface KeptWord {
  label: string
  text: string
}

/**
 * Words that could not be taken, given back to be copied. They stand in fields, as they were typed, so that nobody
 * takes them for words of the site.
 */
export const KeptWords = ({ words }: { words: KeptWord[] }) => (
  <>
    {words.map(({ label, text }, index) => (
      <div class="field">
        <label for={`kept-${index}`}>{label}</label>
        <textarea class="input" id={`kept-${index}`} rows={text.length > 60 ? 6 : 2} readonly>
          {`\n${text}`}
        </textarea>
      </div>
    ))}
  </>
)
