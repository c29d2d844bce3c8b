import { Hono } from 'hono'
import { storyDraftPath } from '#domain/routes/desk.ts'
import { deskPage } from '#http/desk-page.tsx'
import { refuse } from '#http/refusals.tsx'
import { readCase } from '../case/read-case.ts'
import { missingCase } from '../missing-case.ts'
import { type DeskCasePorts, memberOf } from '../ports.ts'
import { agreedStory, StoryDraft } from './story-draft.tsx'

/** /desk/cases/<number>/story-draft: the words that everybody of a case agreed to, as a file for content/stories. */
export const storyDraftRoutes = (ports: DeskCasePorts): Hono =>
  new Hono().get(storyDraftPath(':number'), async (c) => {
    const view = await readCase(ports, memberOf(c), c.req.param('number') ?? '', 'print')
    if (!view) return missingCase(ports, c)
    const story = agreedStory(view)
    if (!story) return refuse(c, 'notFound')
    const main = <StoryDraft view={view} {...story} now={ports.clock()} />
    return deskPage(c, { title: `故事文稿 ${view.number}`, current: 'cases', main })
  })
