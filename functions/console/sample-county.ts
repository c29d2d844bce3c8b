/** npm run content:samples: lists the data of the sample county that is still in `content/`. */
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'
import { countyPlace } from '../../site/build/county-folder.ts'
import { samplesIn } from './readiness/samples.ts'

const samples = samplesIn(county, library)
process.stdout.write(`${samples.map(countyPlace).join('\n')}\n${samples.length} samples left\n`)
