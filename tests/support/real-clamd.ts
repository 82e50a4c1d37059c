import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { aFreePort, untilListening } from './a-free-port.ts'
import { eicar } from './stand-in-clamd.ts'

export interface RealClamd {
  readonly url: string
  readonly address: { readonly host: string; readonly port: number }
  stop(): Promise<void>
}

/**
 * A clamd of our own, with one signature of our own: nothing is fetched from the net.
 * @param mostMegabytes the largest file that it takes
 * @throws when clamd is not installed
 */
export async function startRealClamd(mostMegabytes: number): Promise<RealClamd> {
  const program = await promisify(execFile)('sh', ['-c', 'command -v clamd || ls /usr/sbin/clamd'])
  const folder = await mkdtemp(join(tmpdir(), 'aduan-clamd-'))
  const port = await aFreePort()
  await writeFile(join(folder, 'contoh.ndb'), `Contoh.Eicar:0:*:${Buffer.from(eicar, 'latin1').toString('hex')}\n`)
  await writeFile(
    join(folder, 'clamd.conf'),
    [
      `DatabaseDirectory ${folder}`,
      `TemporaryDirectory ${folder}`,
      `TCPSocket ${port}`,
      'TCPAddr 127.0.0.1',
      `StreamMaxLength ${mostMegabytes}M`,
      'Foreground yes',
      ...(process.getuid?.() === 0 ? ['User root'] : []),
      '',
    ].join('\n'),
  )
  const child = spawn(program.stdout.trim(), ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  await untilListening(port, child)
  return {
    url: `tcp://127.0.0.1:${port}`,
    address: { host: '127.0.0.1', port },
    async stop() {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
