import { describe, expect, it } from 'vitest'
import type { SearchIndex } from '#domain/search/search-index.ts'
import { createApp } from '../../../functions/app.ts'
import { makeWorld, origin, postForm } from '../../support/world.ts'

/** The built site's files cannot be read: what needs them reports it, and everything else works. */

const rightForm = {
  ...{ danger: 'false', about: 'none', track: 'mediation', category: 'labour', region: 'qingshi-liuwan' },
  ...{ narrative: '工钱没给。', request: '要工钱。', name: '吴秀兰', consent: 'true', website: '' },
}

const without = (asset: () => Promise<Response | undefined>) => {
  const world = makeWorld()
  const app = createApp({ ...world.ports, asset })
  const request = async (path: string, init: RequestInit = {}) =>
    app.fetch(new Request(`${origin}${path}`, init))
  return { ...world, request }
}

describe.each([
  ['missing', () => Promise.resolve(undefined)],
  ['broken', () => Promise.reject(new Error('no disk'))],
  ['not JSON', () => Promise.resolve(new Response('<html>'))],
])('with a search index that is %s', (_, asset) => {
  it('the search page still works and offers other ways', async () => {
    const answer = await without(asset).request('/search?q=欠薪')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('现在搜不了')
  })

  it('the search API answers 503', async () => {
    expect((await without(asset).request('/api/v1/search?q=欠薪')).status).toBe(503)
  })

  it('the check page of a filing still works', async () => {
    const answer = await postForm(without(asset), '/file/check', rightForm)
    expect(answer.status).toBe(200)
    expect(await answer.text()).not.toContain('供您参考')
  })
})

it('a search index that was missing once is loaded at the next question', async () => {
  const index: SearchIndex = {
    ...{
      docs: [],
      tokens: {},
      fold: {},
      slips: [],
      sounds: [],
      syllables: {},
      pinyin: { words: {}, syllables: [] },
    },
    ...{ synonyms: [], weak: [], danger: [] },
  }
  const answers = [undefined, Response.json(index)]
  const world = without(() => Promise.resolve(answers.shift()))
  expect((await world.request('/api/v1/search?q=欠薪')).status).toBe(503)
  expect((await world.request('/api/v1/search?q=欠薪')).status).toBe(200)
})
