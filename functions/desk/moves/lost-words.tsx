/** The text a person wrote for a case that has since left their reach, so that they can copy it. */
export const LostWords = ({ words }: { words: string[] }) => (
  <div class="page-width text">
    <header class="page-head">
      <h1>案件不在您这里了</h1>
      <p>您写的时候，它转给了别的单位，这一步没有做成。您写的都在下面，可以抄下来。</p>
    </header>
    {words.map((text) => (
      <p class="note typed">{text}</p>
    ))}
  </div>
)
