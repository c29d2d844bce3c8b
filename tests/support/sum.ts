/** npm run test:sum: one line for `npm test` and `npm run test:deep` together (.ci/run). */
import { finishAll } from './run.ts'

finishAll('test', 'deep')
