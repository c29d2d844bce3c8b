import { type Guide, treeFaults } from '#domain/content/guide.ts'
import { guideSchema } from '#domain/content/guide-schema.ts'
import { missingFiles, readYaml, yamlFiles } from './read-content.ts'
import type { Library } from './sources.ts'
import { durationsIn } from './texts/durations.ts'
import { forbiddenIn } from './texts/gates.ts'
import { knownPeriods } from './texts/periods.ts'

/** A guide with its id, which is its file name. */
export type NamedGuide = Guide & { id: string }

/** Every guide of `content/guides`, or only those in `ids`. */
export const readGuides = (content: string, ids: string[] = []): NamedGuide[] =>
  yamlFiles(content, 'guides')
    .map((file) => ({ file, id: file.slice('guides/'.length, -'.yaml'.length) }))
    .filter(({ id }) => ids.length === 0 || ids.includes(id))
    .map(({ file, id }) => ({ id, ...readYaml(content, file, guideSchema) }))

type Sources = Pick<Library, 'articles' | 'deadlines' | 'hotlines'>

const leafFaults = (
  content: string,
  leaf: Guide['leaves'][string],
  sensitive: boolean,
  sources: Sources,
): string[] => {
  const { articles, deadlines, hotlines } = sources
  const limits = deadlines.limits.filter(({ id }) => leaf.limits.includes(id))
  const words = [leaf.title, leaf.stand, ...leaf.now, leaf.noLimit ?? ''].join('。')
  const periods = knownPeriods(leaf.articles, limits, articles)
  return [
    ...leaf.articles.filter((id) => !articles[id]).map((id) => `article "${id}" is not in content/laws`),
    ...leaf.limits
      .filter((id) => !deadlines.limits.some((limit) => limit.id === id))
      .map((id) => `limit "${id}" is not in content/deadlines.yaml`),
    ...leaf.contacts
      .filter((id) => !hotlines.some((line) => line.id === id))
      .map((id) => `contact "${id}" is not in content/contacts`),
    ...missingFiles(content, 'letters', leaf.letters, '.yaml'),
    ...missingFiles(content, 'lessons', leaf.lessons, '.mdx'),
    ...missingFiles(content, 'stories', leaf.stories, '.mdx'),
    ...durationsIn(words)
      .filter(({ period }) => !periods.has(period))
      .map(({ words: phrase }) => `“${phrase}” is in no article and no limit of this leaf`),
    ...forbiddenIn(words, sensitive),
  ]
}

/** Faults of a guide, each with file and leaf. */
export const guideFaults = (content: string, guide: NamedGuide, sources: Sources): string[] => [
  ...treeFaults(guide).map((fault) => `guides/${guide.id}.yaml: ${fault}`),
  ...Object.entries(guide.leaves).flatMap(([name, leaf]) =>
    leafFaults(content, leaf, guide.sensitive, sources).map(
      (fault) => `guides/${guide.id}.yaml: leaf ${name}: ${fault}`,
    ),
  ),
]
