/** Like `npm run box`, on the day of TEST_DAY: this process and the program use its clock. */
import './moved-clock.ts'
import { start } from '../../functions/console/box.ts'

await start(['--import', './tests/support/moved-clock.ts'])
