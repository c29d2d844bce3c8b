/** A line to write on, on paper. */
export const ToWrite = () => <span class="to-write" />

/** Who signs, each with a line. */
export const ToSign = ({ names }: { names: readonly string[] }) => (
  <p class="to-sign">
    {names.map((name) => (
      <span>
        {name}：
        <ToWrite />
      </span>
    ))}
  </p>
)
