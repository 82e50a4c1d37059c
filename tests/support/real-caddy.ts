import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { aFreePort, untilListening } from './a-free-port.ts'

export interface RealCaddy {
  readonly url: string
  stop(): Promise<void>
}

const caddyfile = resolve(import.meta.dirname, '../../examples/deploy/Caddyfile')

/** @throws when caddy is not installed */
export const refuseWithoutCaddy = async (): Promise<void> => void (await promisify(execFile)('caddy', ['version']))

/**
 * The proxy of the deployment example before two processes, without TLS and on loopback; all else is as the file has it.
 * @param places host and port of each
 */
export async function startRealCaddy(places: readonly [string, string]): Promise<RealCaddy> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-caddy-'))
  const port = await aFreePort()
  const example = await readFile(caddyfile, 'utf8')
  const ours = example
    .replace('{$ADUAN_HOST}', `http://127.0.0.1:${port}`)
    .replace('aduan-1:8080', places[0])
    .replace('aduan-2:8080', places[1])
  const config = join(folder, 'Caddyfile')
  await writeFile(config, `{\n\tadmin off\n\tauto_https off\n\tdefault_bind 127.0.0.1\n}\n${ours}`)
  const child = spawn('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], {
    env: { PATH: process.env.PATH, HOME: folder },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  await untilListening(port, child)
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
