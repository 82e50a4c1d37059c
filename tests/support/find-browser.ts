import { execFileSync } from 'node:child_process'
import { chromiumPath } from './chromium.ts'

/** Makes sure that there is a browser before the tests begin: one that is there, else Debian's as root, else Playwright's. */
function installBrowser(): void {
  const run = (command: string, ...parameters: string[]) =>
    execFileSync(command, parameters, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  if (process.getuid?.() === 0 && hasCommand('apt-get')) {
    run('apt-get', 'update', '-qq')
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium')
  } else {
    run('npx', 'playwright-core', 'install', 'chromium')
  }
}

function hasCommand(name: string): boolean {
  try {
    execFileSync('which', [name], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

if (!chromiumPath()) {
  console.log('No Chrome or Chromium was found; installing one for the tests.')
  installBrowser()
}
