import worker, { type PublicEnv } from '../worker.ts'

/** The public Worker of `npm run dev`: without a built site, it reads data files from Astro's server. */
export default {
  fetch(request: Request, env: PublicEnv & { SITE: string }): Response | Promise<Response> {
    const readFile = ({ url }: Request) => fetch(new URL(new URL(url).pathname, env.SITE))
    return worker.fetch(request, { ...env, ASSETS: { fetch: readFile } })
  },
}
