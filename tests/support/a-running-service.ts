import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { storeFor } from './test-store.ts'

const dist = resolve(import.meta.dirname, '../../dist')

/** Most services of tests live for seconds: maps of sources and early optimising cost them a third of their start. */
const isOldNode = Number(process.versions.node.split('.')[0]) < 24
const ofShortLife = ['--max-semi-space-size=64', ...(isOldNode ? ['--interrupt-budget=600000'] : [])]

export const demoPassword = 'sandi-untuk-contoh-1'

/** The built service as a process of its own, on a port and a data folder of its own. */
export interface RunningService {
  readonly url: string
  readonly folder: string
  readonly process: ChildProcess
  /** All that it wrote on stdout and stderr so far. */
  output(): string
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>
  /** SIGKILL. */
  kill(): Promise<void>
}

type Environment = Readonly<Record<string, string>>

/** A fresh folder that goes when the test is over. */
export async function aFolderForData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Starts the service and waits until it listens; it is ended with the test. */
export async function aRunningService(environment: Environment = {}, built = dist): Promise<RunningService> {
  const folder = environment.DATA_DIR ?? (await aFolderForData())
  const service = await startProcess({ ...environment, DATA_DIR: folder }, built)
  onTestFinished(() => service.kill())
  return service
}

/** Like `aRunningService`, for a whole file: the caller ends it. */
export async function startProcess(
  environment: Environment & { readonly DATA_DIR: string },
  built = dist,
): Promise<RunningService> {
  const main = join(built, 'service', 'main.js')
  const child = spawn(process.execPath, [...ofShortLife, main], {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DEMO_PASSWORD: demoPassword,
      LOG_LEVEL: 'info',
      ...storeFor(environment),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const url = await new Promise<string>((found, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const port = /"port":(\d+)/.exec(output)?.[1]
      // The greeting comes last, so the service is whole when it stands there.
      if (port && output.includes('Aduan is listening')) found(`http://127.0.0.1:${port}`)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => failed(new Error(`The service ended with ${code} before it listened:\n${output}`)))
  })
  const gone = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const exit = once(child, 'exit')
    child.kill(signal)
    const [code] = await exit
    return code as number | null
  }
  return {
    url,
    folder: environment.DATA_DIR,
    process: child,
    output: () => output,
    stop: () => gone('SIGTERM'),
    async kill() {
      await gone('SIGKILL')
    },
  }
}
