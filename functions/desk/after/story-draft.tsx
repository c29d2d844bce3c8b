import { dayOf, type Instant } from '#domain/basics/time.ts'
import { storyIn } from '#domain/history/story.ts'
import { wordIn } from '#domain/history/words.ts'
import type { CaseView } from '../case/case-view.ts'

/** A text in quotes, as YAML reads it. */
const quoted = (text: string): string => JSON.stringify(text)

/** The words that everybody agreed to, title first; null unless they do now. */
export const agreedStory = (view: CaseView): { title: string; text: string } | null => {
  const story = storyIn(view.events)
  const seq = story?.agreed ? story.asks[0]?.seq : undefined
  const event = view.events.find((one) => one.seq === seq)
  const words = event && wordIn(view, event, 'text')
  if (!words) return null
  const [title = '', ...text] = words.split('\n\n')
  return { title, text: text.join('\n\n') }
}

/**
 * The file of a story for content/stories: the county fills in what the site asks for beside the words. Braces and angle
 * brackets of people are text, not code (MDX).
 */
const storyFile = ({ category }: Pick<CaseView, 'category'>, title: string, text: string, now: Instant) =>
  [
    '---',
    `title: ${quoted(title)}`,
    `category: ${category}`,
    'summary: 请填一句话',
    'outcome: settled',
    'methods: []',
    'steps: []',
    'gave: []',
    'tags: []',
    'sensitive: false',
    `reviewed: ${dayOf(now)}`,
    '---',
    '',
    text.replaceAll(/[{}<>]/g, (mark) => `&#${mark.charCodeAt(0)};`),
    '',
  ].join('\n')

/** The page with the file, to copy. */
export const StoryDraft = ({
  view,
  title,
  text,
  now,
}: {
  view: CaseView
  title: string
  text: string
  now: Instant
}) => (
  <div class="page-width text">
    <header class="page-head">
      <h1>故事文稿</h1>
      <p>
        双方都同意了下面的题目和正文。正文一个字也不能改，要改就重新问双方。摘要、做法、双方各让了什么，照正文填，不添新的事。有人不同意了，要马上撤下。
      </p>
    </header>
    <pre class="typed">{storyFile(view, title, text, now)}</pre>
  </div>
)
