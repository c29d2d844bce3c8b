import { expect, it } from 'vitest'
import { noticeFindings } from '../../../functions/console/readiness/notices.ts'

/** What is said of the configuration of notices before a county goes public. */

it.each([
  ['a missing file is advice, with where it is described', undefined, 'advice', '（手册）'],
  ['a file that is no configuration is an error', 'no JSON', 'error', ''],
  ['a file with an unknown setting is an error', '{"strange":true}', 'error', 'strange'],
])('%s', (_, text, level, says) => {
  const [found, ...more] = noticeFindings('keys/notices', text, '手册')
  expect(more).toEqual([])
  expect(found).toMatchObject({ level, place: 'keys/notices', says: expect.stringContaining(says) })
})
