/**
 * After an installation: prints one sentence if npm itself runs on a Node older than `engines` requires.
 * npm's own long list of warnings about it is off (.npmrc), because npm scripts use the Node from the
 * packages.
 */
import { readFileSync } from 'node:fs'

const { engines, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
const [, outer] = /\bnode\/v(\d+\.\d+)/.exec(process.env.npm_config_user_agent ?? '') ?? []
const [least, seen] = [engines.node.slice(2), outer ?? engines.node.slice(2)].map((version) => {
  const [major, minor] = version.split('.').map(Number)
  return major * 1000 + minor
})
if (seen < least)
  process.stdout.write(
    `npm runs on Node ${outer} here, older than ${engines.node.slice(2)}: that is fine, npm scripts run on the Node ${devDependencies.node} just installed.\n`,
  )
