import { actions } from '#domain/routes/site.ts'
import { makeJar } from './staff.ts'
import { postForm, rightFiling, sendTokenOf, type World } from './world.ts'

type Fields = Record<string, string>

/** Answers as a form posts them: texts only. */
export const asForm = (filing: Record<string, unknown>): Fields =>
  Object.fromEntries(Object.entries(filing).map(([name, value]) => [name, String(value)]))

/** The tracking code on a slip. */
export const codeOn = (html: string): string =>
  [...html.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')

/** The case number on a slip. */
export const numberOn = (html: string): string =>
  /案件编号 <b class="no-break">([\d-]+)</.exec(html)?.[1] ?? ''

/** The hidden fields of the form with a button. */
export const hiddenBefore = (html: string, button: string): Fields => {
  const form = html.split('<form').find((one) => one.split('</form>')[0]?.includes(button)) ?? ''
  const inputs =
    form.split('</form>')[0]?.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g) ?? []
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]))
}

/** A resident at a browser that keeps its cookies, or keeps none. */
export const filer = (world: Pick<World, 'request'>, { keeps = true } = {}) => {
  const jar = makeJar()
  const take = (answer: Response) => (keeps ? jar.take(answer) : answer)
  const get = async (path: string, headers: Fields = {}) =>
    take(await world.request(path, { headers: { ...headers, cookie: jar.header() } }))
  const post = async (path: string, fields: Fields) =>
    take(await postForm(world, path, fields, { cookie: jar.header() }))
  const check = async (changes: Record<string, unknown> = {}) => {
    const answers = asForm({ ...rightFiling, ...changes })
    const html = await (await post(actions.fileCheck, answers)).text()
    return { html, fields: { ...answers, sendToken: sendTokenOf(html) } as Fields }
  }
  const send = (fields: Fields) => post(actions.fileSend, fields)
  return {
    get,
    post,
    check,
    send,
    cookies: jar.header,
    /** Checks and sends the form; the page where the slip is, and its contents. */
    file: async (changes: Record<string, unknown> = {}) => {
      const { fields } = await check(changes)
      const page = (await send(fields)).headers.get('location') ?? ''
      const html = await (await get(page)).text()
      return { page, html, fields, code: codeOn(html), number: numberOn(html) }
    },
  }
}
