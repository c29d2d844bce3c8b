import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { pages } from '#domain/routes/site.ts'
import { apiKinds } from '#domain/search/search-index.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { withoutCourtesy } from '../../functions/search/courtesy.ts'
import { visit } from '../support/http.ts'

/** The search through the API and the page (rules.md R12). */

interface Result {
  kind: string
  title: string
  url: string
  category: string
  excerpt: string
}

const ask = async (query: string, more = ''): Promise<{ urgent: Result[]; results: Result[] }> => {
  const { status, text } = await visit().get(`/api/v1/search?q=${encodeURIComponent(query)}${more}`)
  expect(status, query).toBe(200)
  return JSON.parse(text)
}

describe('GET /api/v1/search', () => {
  it.each([
    '欠薪',
    '老板跑了不给工钱',
    '民法典第一千一百六十五条',
    '妇联',
    '借条模板',
    '想死',
    'zzzz',
    '。？！',
    '🐷',
  ])('answers “%s” with complete results of a kind and a subject', async (query) => {
    const { urgent, results } = await ask(query)
    expect(results.length).toBeGreaterThan(0)
    for (const one of [...urgent, ...results]) {
      expect(apiKinds).toContain(one.kind)
      expect(categoryIds).toContain(one.category)
      expect(one.title).not.toBe('')
      expect(one.url).toMatch(/^\/[a-z0-9/#-]+$/)
      // A short answer is shown as a whole.
      expect(one.excerpt.length).toBeLessThanOrEqual(one.url.startsWith('/questions/') ? 180 : 92)
    }
  })

  it.each([
    ['借条和欠条有什么区别', '/compare/three-notes/'],
    ['干活摔伤了算工伤还是雇工', '/compare/hurt-while-working/'],
    ['仲裁和起诉有什么区别', '/compare/four-ways/'],
    ['告诫书和保护令有什么区别', '/compare/two-papers/'],
    ['期限表', '/deadlines/wall/'],
  ])('finds the sheet that answers “%s” among the first three', async (query, url) => {
    const { results } = await ask(query)
    expect(results.slice(0, 3).map((one) => one.url)).toContain(url)
  })

  it.each([
    // The bare word is first of all what keeps people awake.
    ['村里大喇叭', pages.broadcast.path],
    ['大喇叭念的稿子', pages.broadcast.path],
    ['广播稿', pages.broadcast.path],
    ['法治讲座', pages.talks.path],
  ])('has for “%s” the page %s among the first three', async (query, path) => {
    const { results } = await ask(query)
    expect(results.slice(0, 3).map(({ url }) => url)).toContain(path)
  })

  it('lists the best help line first, and lines named in the query among the first three', async () => {
    const { results } = await ask('诈骗')
    expect(results[0]).toMatchObject({ kind: 'contact', url: '/contacts/#110' })
    expect(results[0]?.title).toContain('110')
    expect(
      results
        .slice(0, 3)
        .map(({ title }) => title)
        .join(),
    ).toContain('96110')
  })

  it.each([
    ['不想活了', '12356'],
    ['老公打我往死里打', '110'],
    ['孩子被人摸了', '110'],
    ['我刚被骗转账两万', '110'],
    ['家裡着火', '119'],
  ])('lists for “%s” the number %s first', async (query, number) => {
    const { results } = await ask(query)
    expect(results[0]?.title).toContain(number)
  })

  it.each([
    ['妇联电话', '12338'],
    ['12333', '12333'],
    ['法律援助热线', '12348'],
    ['市场监管投诉', '12315'],
  ])('has among the results for “%s” the matching contact %s', async (query, number) => {
    const { results } = await ask(query, '&limit=5')
    expect(results.map(({ title }) => title).join()).toContain(number)
  })

  it.each([
    ['traditional characters', '欠薪要不到錢', '/guides/unpaid-wages/'],
    ['a typing error', '房东不退押今', '/lessons/housing/deposit/'],
    ['a word with the same sound', '宅鸡地被隔壁占了', '/questions/land/homestead-boundary/'],
    ['an article number without its measure word', '民法典1165', '/laws/civil-code/tort/#a1165'],
    ['an article number in digits', '民法典1165条', '/laws/civil-code/tort/#a1165'],
    ['full-width digits', '民法典１１６５条', '/laws/civil-code/tort/#a1165'],
    ['the other party, who is asked to come', '村里打电话叫我去调解，我不想去', '/about/mediation/'],
  ])('understands %s', async (_, query, url) => {
    const { results } = await ask(query)
    expect(
      results
        .slice(0, 3)
        .map((one) => one.url)
        .join(),
    ).toContain(url)
  })

  it('returns the requested number of results', async () => {
    expect((await ask('离婚', '&limit=1')).results).toHaveLength(1)
    expect((await ask('老板欠钱不给怎么办', '&limit=50')).results).toHaveLength(50)
    expect((await ask('离婚')).results).toHaveLength(10)
  })

  it.each([
    ['', 'q'],
    ['?q=', 'q'],
    ['?q=%20%E3%80%80', 'q'],
    ['?q=a&limit=0', 'limit'],
    ['?q=a&limit=51', 'limit'],
    ['?q=a&limit=x', 'limit'],
    ['?q=a&limit=', 'limit'],
  ])('answers 422 for %s on the field %s', async (query, field) => {
    const { status, headers, text } = await visit().get(`/api/v1/search${query}`)
    expect(status).toBe(422)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(JSON.parse(text).errors[0].field).toBe(field)
  })

  it.each([
    'constructor',
    '__proto__',
    'toString hasOwnProperty',
    '<script>alert(1)</script>',
    '%',
    "' OR 1=1 --",
    '条'.repeat(2000),
    '𠮷'.repeat(400),
  ])('answers %s without a fault', async (query) => {
    expect((await ask(query)).results.length).toBeGreaterThan(0)
  })

  it('refuses other methods', async () => {
    expect((await visit().post('/api/v1/search', {})).status).toBe(405)
  })
})

describe('danger words in a search', () => {
  const rows = readFileSync('tests/search/danger.tsv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t') as [string, string])
  const helpLines = ['110', '119', '120', '12338', '12355', '12356', '96110'].map((id) => `/contacts/#${id}`)

  it('put the right help line first, and none for harmless queries', async () => {
    const wrong: string[] = []
    for (const [lines, says] of rows) {
      const { urgent, results } = await ask(says)
      const shown = [...results.slice(0, 2), ...urgent].map(({ url }) => url)
      const wanted = lines.split(',').map((id) => `/contacts/#${id}`)
      const right =
        lines === '-'
          ? urgent.length === 0 && !helpLines.includes(results[0]?.url ?? '')
          : results[0]?.url === wanted[0] && wanted.every((url) => shown.includes(url))
      if (!right) wrong.push(`${lines} ${says}: ${shown.join(' ')}`)
    }
    expect(wrong).toEqual([])
  }, 120_000)
})

describe('a search by sound', () => {
  it.each([
    ['因工伤右手中指一截，赔偿标准', /work-injury|\/labour\//],
    ['工伤中指断了怎么认定', /work-injury|\/labour\/|clock-eight/],
    ['宅鸡地被隔壁占了', /\/land\/homestead-(?:wall|boundary)\//],
  ])('%s', async (query, url) => {
    const { results } = await ask(query)
    expect(results[0]?.url).toMatch(url)
    expect(
      results
        .slice(0, 3)
        .map((one) => one.url)
        .join(),
    ).not.toContain('seeds')
  })
})

describe('a search that mentions a school', () => {
  it.each(['学校食堂的饭菜贵', '驾校教练换人学费能退吗', '小区幼儿园收费不给票', '校长换了补课费不退'])(
    'does not mean bullying without harm: %s',
    async (query) => {
      const { results } = await ask(query)
      expect(
        results
          .slice(0, 3)
          .map(({ url }) => url)
          .join(),
      ).not.toMatch(/school-life|at-school|growing-up/)
    },
  )

  it.each(['孩子在学校老是让人欺负', '教练打孩子', '幼儿园老师罚娃下跪'])(
    'means bullying with harm: %s',
    async (query) => {
      const { results } = await ask(query)
      expect(
        results
          .slice(0, 4)
          .map(({ url }) => url)
          .join(),
      ).toMatch(/school-life|at-school|growing-up/)
    },
  )
})

describe('the excerpt of a search result', () => {
  const closing = /^[”’」』）》]/
  it.each(['楼上漏水物业来了一趟', '父债子还', '宅基地', '新窗帘', '彩礼', '借条', '工伤', '低保'])(
    'starts at a sentence and ends with a whole character: %s',
    async (query) => {
      const { results } = await ask(query, '&limit=50')
      for (const { excerpt } of results) {
        expect(excerpt).not.toMatch(closing)
        expect(excerpt.isWellFormed()).toBe(true)
      }
    },
  )
})

describe('the search page', () => {
  it('shortens its title between characters', async () => {
    const { text } = await visit().get(`/search?q=${encodeURIComponent(`${'问'.repeat(19)}𠮷吉`)}`)
    expect(text).not.toContain('\uFFFD')
    expect(text).toContain(`<title>${'问'.repeat(19)}𠮷 `)
  })

  it('shows help first, then results by kind, and keeps the query', async () => {
    const { status, headers, text } = await visit().get(`/search?q=${encodeURIComponent('老公打我')}`)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text.indexOf('tel:110"', text.indexOf('<main'))).toBeLessThan(
      text.indexOf('/lessons/family/at-home/'),
    )
    expect(text).toContain('value="老公打我"')
    expect(text.match(/<h1/g)).toHaveLength(1)
  })

  it.each(['', '?q=', '?q=zzzzqqq', '?q=%F0%9F%90%B7'])('is never empty: %s', async (query) => {
    const { status, text } = await visit().get(`/search${query}`)
    expect(status).toBe(200)
    expect(text).toContain('/situations/')
    expect(text).toContain('/file/')
  })

  it.each(['asdfgh', '火星移民', '红烧肉怎么做', '世界杯', '你好', '谢谢', '的', '什么'])(
    'says that nothing fits: %s',
    async (query) => {
      const { text } = await visit().get(`/search?q=${encodeURIComponent(query)}`)
      expect(text).toContain('<h1>没找到合适的</h1>')
      expect(text.indexOf('tel:12345', text.indexOf('<main'))).toBeGreaterThan(0)
    },
  )

  it.each([
    '狗',
    '离婚',
    '土地',
    '工资',
    '定金',
    '老公打我',
    '飞机延误二个多小时是否需要赔偿',
    '民法典1165条',
    '民法典1165',
  ])('does not say so where something fits: %s', async (query) => {
    const { text } = await visit().get(`/search?q=${encodeURIComponent(query)}`)
    expect(text).toContain('<h1>找到这些</h1>')
  })

  it('escapes the query', async () => {
    const { text } = await visit().get(`/search?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`)
    expect(text).not.toContain('<img src=x')
  })

  it('stays small', async () => {
    const { text } = await visit().get(
      `/search?q=${encodeURIComponent('工地老板跑了不给工钱怎么办'.repeat(20))}`,
    )
    expect(text.length).toBeLessThan(90_000)
  })
})

describe('a question typed as pinyin', () => {
  it.each([
    ['lihun', 'family'],
    ['qianxin', 'labour'],
    ['wuyan dishui', 'neighbour'],
    ['laoban bu gei gongzi', 'labour'],
    ['Gongshang Rending', 'labour'],
    ['caili tui ma', 'family'],
    ['qianxin怎么办', 'labour'],
    ['she bao没交', 'labour'],
  ])('%s is read', async (typed, category) => {
    const { results } = await ask(typed)
    expect(results.slice(0, 3).map((one) => one.category)).toContain(category)
    const { text } = await visit().get(`/search?q=${encodeURIComponent(typed)}`)
    expect(text).toContain('<h1>找到这些</h1>')
  })

  it('leads to help if it is about violence', async () => {
    const { text } = await visit().get('/search?q=jiabao')
    expect(text.slice(text.indexOf('<h1'))).toMatch(/^[\s\S]*?href="tel:110"[\s\S]*?href="tel:12338"/)
  })

  it.each(['jiu ming', 'tiaolou', 'sharen', '老公jiabao我'])(
    'leads to help for %s, which only the words of danger know',
    async (typed) => {
      const { text } = await visit().get(`/search?q=${encodeURIComponent(typed)}`)
      expect(text).toContain('先打电话')
    },
  )

  it.each(['wechat', 'asdfgh', 'zzqx', 'http'])('%s is no pinyin', async (typed) => {
    const { text } = await visit().get(`/search?q=${typed}`)
    expect(text).toContain('<h1>没找到合适的</h1>')
  })
})

describe('greetings and thanks', () => {
  it.each([
    ['你好，请问一下，', '邻居的水滴到我家院子里怎么办', '？急急急，谢谢律师'],
    ['律师您好，我想咨询一下，', '公司拖欠工资怎么办', '，在线等，万分感谢'],
    ['尊敬的领导您好：', '隔壁养猪场太臭', '。望尽快回复'],
  ])('%s…%s change no result', async (before, question, after) => {
    const plain = await ask(question)
    const polite = await ask(`${before}${question}${after}`)
    expect(polite.results.map(({ url }) => url)).toEqual(plain.results.map(({ url }) => url))
  })

  it.each(['问题奶粉', '应急救助', '消防应急', '感谢信怎么写', '向谁求助', '信访多久要求回复'])(
    'are not taken out of %s',
    async (question) => {
      expect(withoutCourtesy(question)).toBe(question)
    },
  )
})

describe('a guide', () => {
  it.each(['工地干了三个月一分钱没拿到', '房东不退我押金', '邻居盖房挡了我家阳光', '对象家要我们退彩礼'])(
    'or the page of the situation is among the first three for %s',
    async (question) => {
      const { results } = await ask(question)
      expect(results.slice(0, 3).map(({ url }) => url.split('/')[1])).toSatisfy((folders: string[]) =>
        folders.some((folder) => ['guides', 'situations'].includes(folder)),
      )
    },
  )
})

describe('a question about a matter for somebody else', () => {
  // Not the words of content/other-matters.yaml, and some in the words of messages to a city.
  it.each([
    ['公交车总是不准时', 'bus'],
    ['滴滴司机绕路多收我钱', 'taxi'],
    ['路灯坏了没人修', 'road'],
    ['小区门口没有红绿灯太危险', 'traffic-flow'],
    ['户口迁不出来怎么办', '/questions/other/move-household/'],
    ['补办结婚证去哪', 'marriage-desk'],
    ['老师收补课费', 'school-fees'],
    ['新农合去外地住院能报多少', '/questions/welfare/reimbursed-elsewhere/'],
    ['老人高龄补贴去哪里领', '/questions/welfare/village-pension-amount/'],
    ['自来水又黄又小', '/questions/property/tap-water-dirty/'],
    ['暖气不热', '/questions/property/heating-cold/'],
    ['快递送错地址丢了', '/questions/consumer/parcel-signed-by-other/'],
    ['你好我想调查什么时候开庭怎么在网上查询', 'court-date'],
    ['我的律师收了我律师费不帮我办事怎么办', '/questions/other/lawyer-did-nothing/'],
    ['派出所不给立案', '/questions/other/police-refuse-file/'],
    ['开四间洗浴要交税吗', '/questions/other/small-shop-tax/'],
    ['干部办事拖着不办', 'officials'],
    ['护照过期了', '/questions/other/passport-visa/'],
    ['驾照扣分怎么查', 'licence'],
    ['公积金异地提取', '/questions/labour/housing-fund-withdraw/'],
  ])('%s leads to the matter, its number or the answer first', async (question, id) => {
    const { text } = await visit().get(`/search?q=${encodeURIComponent(question)}`)
    const [first] =
      text
        .slice(text.indexOf('<h1>'))
        .match(
          /href="(?:\/contacts\/others\/#[a-z-]+|\/(?:lessons|stories|guides|questions|situations|letters|laws)\/[^"]*|tel:\d+)"/,
        ) ?? []
    const wanted = id.startsWith('/')
      ? `href="${id}"`
      : /^\d/.test(id)
        ? `href="tel:${id}"`
        : `href="${pages.contactsOthers.path}#${id}"`
    expect(first).toBe(wanted)
  })
})

describe('the page of results', () => {
  it.each(['借条', '老板不给工钱', '离婚'])(
    'shows for %s a few of each kind, so that all are near',
    async (typed) => {
      const { text } = await visit().get(`/search?q=${encodeURIComponent(typed)}`)
      const groups = text.split('<h2 id="kind-').slice(1)
      expect(groups.length).toBeGreaterThan(2)
      for (const group of groups) expect(group.split('<h3').length - 1).toBeLessThanOrEqual(4)
    },
  )
})

describe('the page of a counted limit', () => {
  it('shows the day, the article’s text, the counting and what can move the day', async () => {
    const { status, headers, text } = await visit().get(
      '/deadlines/when?limit=labour-arbitration&from=2026-01-10',
    )
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).toContain('最后一天：2027 年 1 月 11 日')
    expect(text).toContain('劳动争议申请仲裁的时效期间为一年。')
    expect(text).toContain('开始的当日不计入')
    expect(text).toContain('那天放假')
    expect(text).toContain('从中断时起')
    expect(text).toContain('暂定')
  })

  it.each([
    ['appeal-judgment&from=2023-09-17', '2023 年 10 月'],
    ['labour-arbitration&from=2020-03-01', '2021 年 3 月 1 日'],
  ])(
    '%s, in a year before the known holidays, is counted and says plainly what was left out',
    async (query, day) => {
      const { status, text } = await visit().get(`/deadlines/when?limit=${query}`)
      expect(status).toBe(200)
      expect(text).toContain(day)
      expect(text).not.toContain('还没公布')
    },
  )

  it('says how long ago a day was in years, and quotes its article once', async () => {
    const { text } = await visit().get('/deadlines/when?limit=labour-arbitration&from=2020-03-01')
    expect(text).toMatch(/已经过了 \d+ 年多/)
    expect(text.split('劳动争议申请仲裁的时效期间为一年。').length - 1).toBe(1)
  })

  it('offers a calendar file', async () => {
    const { status, headers, text } = await visit().get(
      '/deadlines/when.ics?limit=appeal-judgment&from=2026-03-02',
    )
    expect(status).toBe(200)
    expect(headers.get('content-type')).toContain('text/calendar')
    expect(text).toContain('DTSTART;VALUE=DATE:20260317')
  })

  it.each([
    ['', ['请选一件事', '请填哪一天']],
    ['?limit=labour-arbitration&from=2026-02-30', ['没有这一天', '2 月只有 28 天']],
    ['?limit=nothing&from=2026-03-01', ['请选一件事']],
    ['?limit=labour-arbitration&from=2099-01-01', ['还没到']],
    ['?limit=labour-arbitration&from=1900-01-01', ['太早了']],
  ])('for %s shows what is wrong and keeps the input', async (query, words) => {
    const { status, text } = await visit().get(`/deadlines/when${query}`)
    expect(status).toBe(422)
    expect(text).toContain('<title>错误')
    for (const word of words) expect(text).toContain(word)
    if (query.includes('labour')) expect(text).toMatch(/<option value="labour-arbitration" selected/)
  })
})
