/**
 * Which county of several on one machine this is (docs/several-counties.md): the command `liuchixiang --county <id>` says so.
 */
const instance = (): string | undefined => process.env['LIUCHIXIANG_INSTANCE'] || undefined

/** How the program is called at the terminal. */
export const ownCommand = (): string => {
  const id = instance()
  return id === undefined ? 'liuchixiang' : `liuchixiang --county ${id}`
}

/** The units of the server and of the hourly backup. */
export const ownUnits = (): { server: string; timer: string } => {
  const at = instance() === undefined ? '' : `@${instance()}`
  return { server: `liuchixiang${at}.service`, timer: `liuchixiang-backup${at}.timer` }
}
