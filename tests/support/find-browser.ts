import { execFileSync } from 'node:child_process'
import { basename } from 'node:path'
import { chromiumPath, headlessShell } from './chromium.ts'

const LONGEST_MS = 300_000

const run = (command: string, ...parameters: string[]) =>
  execFileSync(command, parameters, {
    stdio: 'inherit',
    timeout: LONGEST_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })

/** Makes sure that there is a browser before the tests begin: Debian's headless one as root, else what is there, else Playwright's. */
function findBrowser(): void {
  const found = chromiumPath()
  if (process.env.CHROMIUM_PATH || (found && basename(found) === headlessShell)) return
  if (process.getuid?.() === 0 && hasCommand('apt-get') && installs(headlessShell)) return
  if (found) return
  if (process.getuid?.() === 0 && hasCommand('apt-get')) installs('chromium')
  else run('npx', 'playwright-core', 'install', '--only-shell', 'chromium')
}

function installs(debianPackage: string): boolean {
  console.log(`Installing ${debianPackage} for the tests.`)
  try {
    run('apt-get', 'update', '-qq')
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', debianPackage)
    return true
  } catch {
    return false
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

findBrowser()
