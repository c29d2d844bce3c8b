/**
 * Files that look at every form, move or page for one property each: they take minutes and rarely break. `npm test` leaves
 * them to `npm run test:deep`.
 */

/** Of the suite of the Workers; `test:deep` runs them in workerd and on a box. */
export const longWorkerFiles = [
  'tests/worker/desk/never-seen.test.ts',
  'tests/worker/desk/rating-hidden.test.ts',
  'tests/worker/http/bounds.test.ts',
  'tests/worker/party/joints.test.ts',
  'tests/worker/tracking/like-any-other.test.ts',
]

/** Of the browser tests. */
export const longSpecs = ['contrast.spec.ts', 'large-text.spec.ts']
