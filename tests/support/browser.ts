import { existsSync } from 'node:fs'

/** A Chromium of the machine; else the one that comes as an npm package and needs no system package. */
export const browserPath = async (): Promise<string> => {
  const own = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (path) => path && existsSync(path),
  )
  if (own) return own
  const { default: chromium } = await import('@sparticuz/chromium')
  return chromium.executablePath()
}
