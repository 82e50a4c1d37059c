import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Made to run without a screen: it takes a third less processor than a whole browser. */
export const headlessShell = 'chromium-headless-shell'

const names = [headlessShell, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser of this machine: the one that `CHROMIUM_PATH` names, else the first found. `undefined`: there is none. */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const onPath = (env.PATH ?? '').split(delimiter).filter(Boolean)
  const candidates = [...folders, ...onPath].flatMap((folder) => names.map((name) => join(folder, name)))
  return [env.CHROMIUM_PATH, ...candidates, ...elsewhere].find((path) => path && existsSync(path))
}

/** Flags that keep Chromium from calling home, let it start as root, as in a container, and give it a microphone that is none. */
export function chromiumFlags(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-dev-shm-usage',
    '--disable-sync',
    '--no-default-browser-check',
    '--no-first-run',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ]
}

/**
 * The same for a browser whose pages live for seconds: pages of one person share a process as far as their sites may,
 * what runs a few times is not optimised, and what draws and what fetches need no process of their own. That takes a
 * quarter of the processor's time of a visit; a bench, which measures what people get, leaves it.
 */
export const chromiumFlagsOfShortLife = (): string[] => [
  ...chromiumFlags(),
  '--renderer-process-limit=1',
  '--disable-gpu',
  '--in-process-gpu',
  '--enable-features=NetworkServiceInProcess2',
  '--js-flags=--max-opt=1',
]
