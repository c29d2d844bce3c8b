import { inject } from 'vitest'

/** Requests with a browser's headers, one cookie jar per visit, redirects not followed. */

export const base = (): string => inject('base')

interface Answer {
  status: number
  headers: Headers
  text: string
}

export interface Visit {
  get: (path: string, headers?: Record<string, string>) => Promise<Answer>
  post: (
    path: string,
    body: BodyInit | Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Answer>
}

const navigation = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', accept: 'text/html' }

/** A visit by one person to one server. */
export const visit = (address = base()): Visit => {
  const jar = new Map<string, string>()
  const send = async (path: string, init: RequestInit, headers: Record<string, string>): Promise<Answer> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address + path, {
      redirect: 'manual',
      ...init,
      headers: { ...navigation, ...(cookie && { cookie }), ...headers },
    })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }
  return {
    get: (path, headers = {}) => send(path, {}, { 'sec-fetch-site': 'none', ...headers }),
    post: (path, body, headers = {}) => {
      const plain = typeof body === 'object' && Object.getPrototypeOf(body) === Object.prototype
      const form = plain ? new URLSearchParams(body as Record<string, string>) : (body as BodyInit)
      return send(
        path,
        { method: 'POST', body: form },
        { 'sec-fetch-site': 'same-origin', origin: address, ...headers },
      )
    },
  }
}

/** Valid answers of the form. */
export const rightForm: Record<string, string> = {
  danger: 'false',
  about: 'none',
  track: 'mediation',
  category: 'neighbour',
  region: 'qingshi-liuwan',
  narrative: '今年春天隔壁翻了屋顶，一下雨水就落到我家院子里。',
  request: '请他家装水槽。',
  otherParty: '',
  title: '',
  name: '吴秀兰',
  phone: '13800000000',
  address: '柳湾村三组 8 号',
  consent: 'true',
  website: '',
}

/** The same answers as JSON. */
export const rightJson = {
  track: 'mediation',
  category: 'neighbour',
  region: 'qingshi-liuwan',
  narrative: rightForm['narrative'],
  request: rightForm['request'],
  name: '吴秀兰',
  danger: false,
  consent: true,
}

export const postApi = async (path: string, body: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(base() + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    json: () => JSON.parse(text) as Record<string, unknown>,
  }
}

export const sendToken = (html: string): string =>
  /name="sendToken" value="([0-9a-f]{32})"/.exec(html)?.[1] ?? ''
