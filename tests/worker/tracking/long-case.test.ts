import { beforeEach, describe, expect, it, vi } from 'vitest'
import { charactersAtOnce, lengths, shownAtOnce } from '#domain/basics/bounds.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { makeTalk, type Talk } from '../../support/talk.ts'
import { file, tuesday } from '../../support/world.ts'

/** A case with more words and steps than fit on its page (docs/how/following.md). */

let world: DeskWorld
let talk: Talk
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  talk = makeTalk(world)
  await world.db.prepare('DELETE FROM guess_mark').run()
})

describe('a long case', () => {
  const long = async (messages: number, length = 5) => {
    const filed = await file(world)
    for (let count = 1; count <= messages; count += 1) {
      const message = `${`第${count}句。`}${'字'.repeat(Math.max(0, length - 5))}`
      await talk.move(filed, count === 1 ? 'accepted' : 'message', { subject: '滴水', message })
    }
    return filed
  }

  it('shows the newest ten messages, and the older ones page by page, each once', async () => {
    const filed = await long(23)
    const seen: string[] = []
    let more: { before: string } | null | undefined
    for (let page = 0; more !== null && page < 9; page += 1) {
      const view = await talk.track(filed, more ?? {})
      expect(view.messages.length).toBeLessThanOrEqual(shownAtOnce)
      seen.unshift(...view.messages.map(({ text }) => text))
      more = view.more
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => `第${index + 1}句。`))
    const person = await talk.follow(filed)
    const html = await person.page()
    expect(html).toContain('第14句')
    expect(html).not.toContain('第13句')
    const older = /href="([^"]*before=[^"]*)"/.exec(html)?.[1] ?? ''
    const next = await person.page(older)
    for (const words of ['更早的话和步骤', '第13句', '第4句']) expect(next).toContain(words)
    expect(next).not.toContain('第14句')
  })

  it('loads only the messages that it shows, and older ones when they are asked for', async () => {
    const filed = await long(23)
    const batch = vi.spyOn(world.counted.db, 'batch')
    await talk.track(filed)
    const answers = (await Promise.all(batch.mock.results.map(({ value }) => value))).flat()
    const rows = answers.flatMap(({ results }) => results as { sealed?: unknown }[])
    expect(rows.filter(({ sealed }) => sealed)).toHaveLength(shownAtOnce)
    batch.mockRestore()
    world.counted.take()
    expect((await talk.track(filed, { before: '5.0' })).messages.map(({ text }) => text)).toEqual(
      [1, 2, 3, 4, 5].map((count) => `第${count}句。`),
    )
    expect(world.counted.take()).toMatchObject({ roundTrips: 2 })
  })

  it('shows no more characters at once than fit the weight of a page', async () => {
    const { messages } = await talk.track(await long(5, lengths.message))
    expect(messages).toHaveLength(Math.floor(charactersAtOnce / lengths.message))
  })
})
