import type { tags } from '../build/texts/components.ts'
import Aside from './Aside.astro'
import Deadline from './Deadline.astro'
import Hotline from './Hotline.astro'
import Law from './Law.astro'
import Organiser from './Organiser.astro'
import Retention from './Retention.astro'
import Steps from './Steps.astro'

/** The components that render the tags of a text. */
export const components = { Law, Hotline, Deadline, Steps, Aside, Organiser, Retention } satisfies Record<
  keyof typeof tags,
  unknown
>
