// First import: later imports must not read the machine's clock.
import './moved-clock.ts'

/** The public Worker on another day. */
export { default } from '../../functions/worker.ts'
