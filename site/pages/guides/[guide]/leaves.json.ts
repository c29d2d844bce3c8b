import type { APIRoute } from 'astro'
import { answersOf } from '#domain/content/guide.ts'
import { library } from '#generated/library.ts'

type Guide = (typeof library.guides)[number]

export const getStaticPaths = () =>
  library.guides.map((guide) => ({ params: { guide: guide.id }, props: { guide } }))

/** The values the Worker fills into the form for a person who comes from a leaf of this guide. */
export const GET: APIRoute<{ guide: Guide }> = ({ props: { guide } }) =>
  new Response(JSON.stringify(answersOf(guide)), { headers: { 'content-type': 'application/json' } })
