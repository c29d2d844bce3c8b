import type { DeskData, Duty } from '#domain/content/desk-data.ts'
import { Dialable } from '#ui/dialable.tsx'
import { HotlineRow } from '#ui/telephone.tsx'
import { ArticleLink } from '../ui/article-link.tsx'

const DutyItem = ({ duty, data }: { duty: Duty; data: DeskData }) => (
  <li>
    <h3>
      <ArticleLink id={duty.article} data={data} />
    </h3>
    <p>
      <b>谁要报：</b>
      {duty.who}。
    </p>
    <p>
      <b>报什么：</b>
      {duty.what}
    </p>
    <p>
      <b>可以照这样记：</b>
      {duty.record}
    </p>
  </li>
)

/** The duties to report, for a case with the danger mark. Only staff see them, never the resident (rules.md R49). */
export const Duties = ({ data }: { data: DeskData }) => (
  <section class="danger" aria-labelledby="duties">
    <h2 id="duties">必须报告的事</h2>
    <p>
      <Dialable text={data.duties.first} />
    </p>
    <ul class="lines">
      <HotlineRow number="110" urgent />
    </ul>
    <ul class="lines">
      {data.duties.duties.map((duty) => (
        <DutyItem duty={duty} data={data} />
      ))}
      <li>
        <p>{data.duties.note}</p>
      </li>
    </ul>
  </section>
)
