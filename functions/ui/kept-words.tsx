/** Text that was not saved, with the label of its field. */
export interface KeptWord {
  label: string
  text: string
}

/**
 * Text that was not saved, shown again to be copied. It is in read-only fields, exactly as typed, so that it cannot be
 * mistaken for text of the site.
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
