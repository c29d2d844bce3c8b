import { type Refusal, refusals } from '#domain/filing/messages.ts'
import { pages } from '#domain/routes/site.ts'
import { HotlineRow } from './telephone.tsx'

/** The page of a refusal: what happened, what to do, which number to call. */
export const RefusalPage = ({ refusal }: { refusal: Refusal }) => (
  <div class="page-width">
    <header class="page-head">
      <h1>{refusals[refusal].title}</h1>
      <p>{refusals[refusal].text}</p>
    </header>
    <div class="actions">
      <a class="button" href={pages.home.path}>
        回首页
      </a>
      <a class="button secondary" href={pages.contacts.path}>
        找电话
      </a>
    </div>
    <section class="section">
      <h2 class="section-head">打电话也行</h2>
      <ul class="lines">
        <HotlineRow number="12345" />
      </ul>
    </section>
  </div>
)
