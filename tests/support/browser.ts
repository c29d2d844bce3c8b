import { existsSync } from 'node:fs'

/** The path of the machine's Chromium, else of the one in the npm package, which needs no system package. */
export const browserPath = async (): Promise<string> => {
  const own = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )
  if (own) return own
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}
