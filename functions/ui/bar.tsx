/** A bar beside a number that stands in the text; without a colour of its own, so it prints. */
export const Bar = ({ part, of }: { part: number; of: number }) => (
  <svg aria-hidden="true" width="100%" height="6">
    <rect width={`${of > 0 ? Math.round((part / of) * 100) : 0}%`} height="6" fill="currentColor" />
  </svg>
)
