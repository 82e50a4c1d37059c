import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Followed {
  /** SIGKILL, as a machine that is gone. */
  kill(): Promise<void>
}

/** @throws when no Litestream 0.5 is installed */
export async function findLitestream(): Promise<void> {
  const { stdout } = await promisify(execFile)('litestream', ['version'])
  if (!/^v?0\.5\./.test(stdout)) throw new Error(`it is version ${stdout.trim()}`)
}

/** Starts Litestream on a configuration. */
export function follow(configuration: string, environment: Readonly<Record<string, string>> = {}): Followed {
  const child = spawn('litestream', ['replicate', '-config', configuration], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  return {
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** The configuration for a folder instead of a bucket. */
export async function followToFolder(data: string, copies: string): Promise<string> {
  const followed = (part: string, name: string) => [
    `  - path: ${join(data, part)}`,
    '    replica:',
    '      type: file',
    `      path: ${join(copies, name)}`,
    '      sync-interval: 1s',
  ]
  const path = join(copies, '..', 'litestream.yml')
  await writeFile(path, ['dbs:', ...followed('aduan.db', 'cases'), ...followed('keys/aduan.db', 'keys'), ''].join('\n'))
  return path
}
