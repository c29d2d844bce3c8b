import { pages, searchPage } from '#domain/routes/site.ts'
import { type SearchDoc, type SearchKind, searchKinds } from '#domain/search/search-index.ts'
import { categories } from '#domain/words/categories.ts'
import { Crumbs } from '#ui/crumbs.tsx'
import { HotlineRow, Telephone } from '#ui/telephone.tsx'

/** The page of results, grouped by kind, and the search field that static pages show too. */

interface Answer {
  urgent: SearchDoc[]
  results: { doc: SearchDoc; excerpt: string }[]
  fits: boolean
}

const headings: Record<SearchKind, string> = {
  question: '大家常问，直接回答',
  lesson: '法律怎么说（以案说法）',
  guide: '一步一步问（自助指引）',
  story: '别人家的事（调解故事）',
  contact: '打给谁',
  page: '怎么办、写什么',
  law: '法律条文',
}

/**
 * The search field: a plain GET form. `off`, because a shared phone must not show what its owner is afraid of to the
 * next person who touches the field; the page of results shows the words again.
 */
export const SearchForm = ({ typed = '', main = false }: { typed?: string; main?: boolean }) => (
  <form class="ask" action={searchPage.path} method="get">
    <label for={main ? 'q' : 'ask'}>{main ? '用您自己的话写' : '搜一搜：用您自己的话写'}</label>
    <div>
      <input
        class="input"
        id={main ? 'q' : 'ask'}
        name="q"
        type="search"
        value={typed}
        maxlength={300}
        autocomplete="off"
        enterkeyhint="search"
      />
      <button class="button" type="submit">
        搜
      </button>
    </div>
  </form>
)

/** Results of one kind on the page: short answers are shown whole, and would push everything else off it. */
const mostOfKind = 4

const numberIn = (title: string): string => /[\d-]+$/.exec(title)?.[0] ?? ''

const Contact = ({ doc }: { doc: SearchDoc }) => {
  const number = numberIn(doc.title)
  const name = doc.title.slice(0, doc.title.length - number.length).trim()
  return <Telephone name={name} number={number} note={doc.text.split('。')[0]} />
}

const Result = ({ doc, excerpt }: Answer['results'][number]) => (
  <li>
    <h3 class="item">
      <a href={doc.url}>{doc.title}</a>
    </h3>
    <p>{excerpt}</p>
    {doc.category === 'other' ? null : <p class="soft small">{categories[doc.category].name}</p>}
  </li>
)

const Group = ({ kind, results }: { kind: SearchKind; results: Answer['results'] }) => (
  <section class="section" aria-labelledby={`kind-${kind}`}>
    <h2 id={`kind-${kind}`} class="section-head">
      {headings[kind]}
    </h2>
    <ul class="lines">
      {results.map((one) => (kind === 'contact' ? <Contact doc={one.doc} /> : <Result {...one} />))}
    </ul>
  </section>
)

const WaysOn = () => (
  <ul class="links">
    {[
      pages.situations,
      pages.questions,
      pages.contactsWhich,
      pages.contactsOthers,
      pages.lessons,
      pages.file,
    ].map(({ path, name }) => (
      <li>
        <a href={path}>{name}</a>
      </li>
    ))}
  </ul>
)

/** Said before the results when they are only near: what to do instead comes first. */
const NothingFits = () => (
  <div class="note section">
    <p>
      <b>换个说法再试试：</b>说清谁、什么事，比如“老板不给工钱”“邻居的水滴进我家”。
    </p>
    <p>
      还找不到，打 <a href="tel:12345">12345</a>，说给接线员听；也可以从下面一样一样找。
    </p>
    <WaysOn />
    <p>下面这些只沾一点边，不一定对。</p>
  </div>
)

/** The main part of the page. `broken`: the index could not be read. */
export const SearchResults = (props: { typed: string; answer?: Answer | undefined; broken: boolean }) => {
  const { typed, answer, broken } = props
  // Kinds in the order of their best result.
  const order = [...new Set(answer?.results.map(({ doc }) => doc.kind) ?? searchKinds)]
  // A hotline that is the first result is shown above everything else.
  const first = answer?.results[0]?.doc
  const leads = first?.kind === 'contact' && numberIn(first.title).length <= 5 ? first : undefined
  const urgent = [...(leads ? [leads] : []), ...(answer?.urgent ?? [])]
  const fits = answer?.fits ?? true
  return (
    <>
      <Crumbs trail={[{ name: searchPage.name }]} />
      <div class="page-width">
        <header class="page-head">
          <h1>{typed === '' ? '想问什么，写下来' : fits ? '找到这些' : '没找到合适的'}</h1>
        </header>
        <SearchForm typed={typed} main />
        {fits ? null : <NothingFits />}
        {broken ? <p>现在搜不了，先从这里找，或者打 12345。</p> : null}
        {typed === '' || broken ? <WaysOn /> : null}
        {urgent.length > 0 ? (
          <section class="section" aria-labelledby="urgent">
            <h2 id="urgent" class="section-head">
              先打电话
            </h2>
            <ul class="lines">
              {urgent.map((doc) => (
                <HotlineRow number={numberIn(doc.title)} urgent />
              ))}
            </ul>
          </section>
        ) : null}
        {order.map((kind) => {
          const results = (answer?.results ?? [])
            .filter(({ doc }) => doc.kind === kind && doc !== leads)
            .slice(0, mostOfKind)
          return results.length > 0 ? <Group kind={kind} results={results} /> : null
        })}
        {answer && fits ? (
          <section class="section" aria-labelledby="else">
            <h2 id="else" class="section-head">
              没找到想要的？
            </h2>
            <p>换个说法再试，或者打 12345，说给接线员听。</p>
            <WaysOn />
          </section>
        ) : null}
      </div>
    </>
  )
}
