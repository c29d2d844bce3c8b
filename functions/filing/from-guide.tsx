import { Hono } from 'hono'
import { type GuideAnswers, summaryOf } from '#domain/content/guide.ts'
import { dataFiles, fileFromPattern, pages } from '#domain/routes/site.ts'
import { filledForm, formState } from '#http/form.ts'
import { refuse } from '#http/refusals.tsx'
import { page } from '#http/site-page.ts'
import type { Ports } from '#ports'
import { FileForm } from './form.tsx'

/** GET /file/from/<guide>/<answers>: the form filled in with the results of a guide; all values can be changed. */
export const fromGuideRoutes = ({ asset }: Pick<Ports, 'asset'>): Hono =>
  new Hono().get(fileFromPattern, async (c) => {
    const { guide, leaf } = c.req.param()
    const answer = await asset(dataFiles.leaves(guide))
    const answers = answer && ((await answer.json()) as GuideAnswers)
    const found = answers && Object.hasOwn(answers.leaves, leaf) ? answers.leaves[leaf] : undefined
    if (!answers || !found) return refuse(c, 'notFound')
    const state = formState(
      filledForm({
        category: answers.category,
        track: found.track,
        about: found.about,
        danger: found.danger?.toString(),
        narrative: summaryOf(found.given),
      }),
    )
    const exit = answers.exit || found.exit || 'hidden'
    return page(c, {
      title: pages.file.name,
      current: 'file',
      main: <FileForm state={state} carried={answers.title} quiet={exit === true} />,
      exit,
    })
  })
