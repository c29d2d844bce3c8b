// First of all: what is imported later must not see the machine's clock.
import './moved-clock.ts'

/** The public Worker on another day. */
export { default } from '../../functions/worker.ts'
