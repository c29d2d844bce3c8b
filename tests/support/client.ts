import type { Filing } from '../generated/client/index.ts'

/** Answers of the client that is made from the OpenAPI document (generate-client.ts). */

/** A filing as the document describes it. */
export const filing: Filing = {
  track: 'mediation',
  category: 'neighbour',
  region: 'qingshi-liuwan',
  narrative: '今年春天隔壁翻了屋顶，一下雨水就落到我家院子里。',
  request: '请他家装水槽。',
  name: '吴秀兰',
  phone: '13800000000',
  danger: false,
  consent: true,
}

/** The answer of a call that succeeds. Throws the problem of one that does not. */
export const done = async <T>(
  call: Promise<{ data: T | undefined; error?: unknown; response?: Response }>,
): Promise<T> => {
  const { data, error, response } = await call
  if (data === undefined) throw new Error(`${response?.status} ${JSON.stringify(error)}`)
  return data
}
