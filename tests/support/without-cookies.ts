import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A server in front of `target` that lets no cookie through, in either direction: to the site every browser behind it is
 * one that refuses cookies. @param target base URL
 */
export const withoutCookies = async (target: string): Promise<{ base: string; stop: () => void }> => {
  const server = createServer((asked, answer) => {
    const { cookie: _, ...headers } = asked.headers
    const onward = request(target + asked.url, { method: asked.method ?? 'GET', headers }, (got) => {
      const { 'set-cookie': __, ...kept } = got.headers
      answer.writeHead(got.statusCode ?? 502, kept)
      got.pipe(answer)
    })
    asked.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
