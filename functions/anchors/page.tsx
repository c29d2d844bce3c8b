import { inFours } from '#domain/basics/hex.ts'
import { spokenDay } from '#domain/basics/time.ts'
import { anchorPage, api, pages } from '#domain/routes/site.ts'
import type { PublishedRoot } from '#store/ports/anchors.ts'
import { Crumbs } from '#ui/crumbs.tsx'

/** 每天公布的核对码: what they are for, the newest first, and how one is computed. */
export const AnchorsPage = ({ roots, year }: { roots: readonly PublishedRoot[]; year: string }) => (
  <>
    <Crumbs trail={[{ name: pages.about.name, path: pages.about.path }, { name: anchorPage.name }]} />
    <div class="page-width text">
      <header class="page-head">
        <h1>{anchorPage.name}</h1>
        <p>记录有没有被人偷偷改过，靠它查。</p>
      </header>
      <p>
        每天过了半夜，系统把所有的事、每件事走过的每一步，一起算成一串字，公布在这里。公布以后，谁改了哪件事里的哪一步，哪怕一个字，就再也算不出同一串。
      </p>
      <p>从这串字里，看不出有几件事、是谁的、办了什么。</p>
      <p>
        想知道自己的事对不对得上：用查询码进<a href={pages.track.path}>{pages.track.name}</a>，点“核对记录”。
      </p>
      <section class="section" aria-labelledby="days">
        <h2 id="days">最近一个月</h2>
        {roots.length === 0 ? (
          <p>还没有公布过。</p>
        ) : (
          <dl class="check">
            {roots.map(({ day, root }) => (
              <div>
                <dt>{spokenDay(day, year)}</dt>
                <dd class="typed">{inFours(root)}</dd>
              </div>
            ))}
          </dl>
        )}
      </section>
      <section class="section" aria-labelledby="keep">
        <h2 id="keep">谁都可以留一份</h2>
        <p>
          抄下、拍下几天的，或者<a href={anchorPage.feed}>订阅</a>
          。外面留着的人多了，这里就改不动了。更早的，懂电脑的人可以从 {api.anchors}?since=日期 取。
        </p>
        <p class="soft small">
          算法：每件事当天最后一步的哈希加一段随机数，作一片叶子；叶子按固定的 22
          层合成一棵树（SHA-256，前缀同 RFC 6962），公布的是树根。空着的位置也填了认不出来的数。
        </p>
      </section>
    </div>
  </>
)
