import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, firefox } from 'playwright-core'

const names = ['firefox-esr', 'firefox']

/** The Firefox of this machine: the one that `FIREFOX_PATH` names, else the first found. `undefined`: there is none. */
export function firefoxPath(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = ['/usr/bin', ...(env.PATH ?? '').split(delimiter)].filter(Boolean)
  const candidates = onPath.flatMap((folder) => names.map((name) => join(folder, name)))
  return [env.FIREFOX_PATH, ...candidates].find((path) => path && existsSync(path))
}

interface Session {
  send(method: string, parameters: unknown): Promise<unknown>
}

/** What stands behind a browser in the same process; no public part of Playwright. */
interface Inside {
  readonly _connection: { toImpl(of: unknown): { readonly _browserSession: Session } }
}

/** A Firefox as everybody installs it, driven by WebDriver BiDi. Playwright's own is a patched one. */
export async function launchFirefox(executablePath: string): Promise<Browser> {
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath })
  const session: Session = Object.getPrototypeOf(
    (browser as unknown as Inside)._connection.toImpl(browser)._browserSession,
  )
  const { send } = session
  // Playwright sends it with every page, and Firefox ESR does not know it yet.
  session.send = function (method, parameters) {
    return method === 'emulation.setMediaFeaturesOverride' ? Promise.resolve({}) : send.call(this, method, parameters)
  }
  // Firefox ends with its last window, and each person closes theirs.
  await (await browser.newContext()).newPage()
  return browser
}
