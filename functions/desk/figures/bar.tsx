/**
 * A bar beside a number: how large it is beside the largest of its table. Drawn in the colour of the text, so that it is
 * there in print and without colours; the number itself says the same to who does not see it.
 */
export const Bar = ({ of, most }: { of: number; most: number }) => (
  <svg class="bar" viewBox="0 0 100 10" width="100" height="10" aria-hidden="true" focusable="false">
    <rect x="0" y="9" width="100" height="1" fill="currentColor" opacity="0.3" />
    <rect x="0" y="0" width={most > 0 ? Math.round((100 * of) / most) : 0} height="8" fill="currentColor" />
  </svg>
)
