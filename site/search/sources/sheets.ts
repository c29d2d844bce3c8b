import { library } from '#generated/library.ts'
import { talks } from '#generated/talks.ts'
import { comparisonPath } from '../../comparisons.ts'
import { allLetters, letterPath } from '../../library.ts'
import { talkPath } from '../../talks.ts'
import type { SearchSource } from '../build-index.ts'
import { leaving } from './fields.ts'

/** Letters to write. */
export const letters = async (): Promise<SearchSource[]> =>
  (await allLetters()).map(({ id, data }) => ({
    kind: 'page',
    title: data.title,
    url: letterPath(id),
    category: data.category,
    tags: ['模板', '怎么写', '格式', '范本', ...(library.searchWords.letters[id] ?? [])],
    summary: data.summary,
    text: `${data.summary}。\n${data.where}${data.notes.join('')}`,
    ...leaving(data),
  }))

/** Comparisons, found by the question what the difference is. */
export const comparisons = (): SearchSource[] =>
  library.comparisons.map(({ exit, id, title, category, tags, summary, columns, rows }) => ({
    kind: 'page',
    title,
    url: comparisonPath(id),
    category,
    tags: ['区别', '不一样', ...tags],
    summary,
    text: `${summary}\n${columns.join('、')}：${rows.map(({ name }) => name).join('、')}。`,
    ...leaving({ exit }),
  }))

/** Kits for evening talks, found as such: a resident with the same trouble is better served by the lesson. */
export const kits = (): SearchSource[] =>
  talks.map((talk) => ({
    kind: 'page' as const,
    title: `讲座：${talk.title}`,
    url: talkPath(talk.id),
    category: 'other' as const,
    tags: ['法治讲座', '普法讲座', '讲座材料'],
    summary: talk.summary,
    text: talk.summary,
    ...leaving(talk),
  }))
