import Aside from './Aside.astro'
import Deadline from './Deadline.astro'
import Hotline from './Hotline.astro'
import Law from './Law.astro'
import Organiser from './Organiser.astro'
import Steps from './Steps.astro'

/** What texts in `content/` may use. */
export const components = { Law, Hotline, Deadline, Steps, Aside, Organiser }
