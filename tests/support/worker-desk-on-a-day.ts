// First import: later imports must not read the machine's clock.
import './moved-clock.ts'

/** The desk's Worker on another day. */
export { default } from '../../functions/worker-desk.ts'
