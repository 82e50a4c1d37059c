import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { isAlive, isOfProcesses, leaveHost, takeHost } from './hosts.ts'
import { ofShortLife } from './of-short-life.ts'
import { storeFor } from './test-store.ts'

const dist = resolve(import.meta.dirname, '../../dist')

export const demoPassword = 'sandi-untuk-contoh-1'

/** The built service on a port and a data folder of its own, alone in its process as long as it runs. */
export interface RunningService {
  readonly url: string
  readonly folder: string
  readonly process: ChildProcess
  /** All that it wrote on stdout and stderr so far. */
  output(): string
  /** SIGTERM, and the exit code. A host stops it in the same way, says the same code, and lives on. */
  stop(): Promise<number | null>
  /** SIGKILL. */
  kill(): Promise<void>
}

type Environment = Readonly<Record<string, string>>
type WithFolder = Environment & { readonly DATA_DIR: string }

/** A fresh folder that goes when the test is over. */
export async function aFolderForData(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-test-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }))
  return folder
}

/** Starts the service and waits until it listens; it is ended with the test. */
export async function aRunningService(environment: Environment = {}, built = dist): Promise<RunningService> {
  const folder = environment.DATA_DIR ?? (await aFolderForData())
  const service = await startHosted({ ...environment, DATA_DIR: folder }, built)
  onTestFinished(() => endWithTest(service))
  return service
}

/** Like `aRunningService`, in a process that runs nothing before and after it, for tests of how the process ends. */
export async function aServiceProcess(environment: WithFolder): Promise<RunningService> {
  const service = await startProcess(environment)
  onTestFinished(() => service.kill())
  return service
}

/** The service in a process of its own; the caller ends it. @param flags settings of Node */
export async function startProcess(
  environment: WithFolder,
  built = dist,
  flags: readonly string[] = ofShortLife,
): Promise<RunningService> {
  const main = join(built, 'service', 'main.js')
  const child = spawn(process.execPath, [...flags, main], {
    env: withDefaults(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { leave: _, ...service } = await untilItListens(child, environment.DATA_DIR)
  return { ...service, stop: () => end(child, 'SIGTERM'), kill: async () => void (await end(child, 'SIGKILL')) }
}

/** The service in a process that may have run others before, which is six times as fast; the caller ends it. */
export async function startHosted(environment: WithFolder, built = dist): Promise<RunningService> {
  if (isOfProcesses(environment)) return startProcess(environment, built)
  const host = takeHost('service-host-process')
  const mark = `\n--- ${environment.DATA_DIR} ${performance.now()}\n`
  host.send({ environment: withDefaults(environment), builtFolder: built, mark })
  const { leave, ...service } = await untilItListens(host, environment.DATA_DIR, mark)
  let isOver = false
  return {
    ...service,
    async stop() {
      if (isOver || !isAlive(host)) return host.exitCode ?? 0
      isOver = true
      host.send('stop')
      await answerOf(host)
      leave()
      leaveHost('service-host-process', host)
      return isAlive(host) ? 0 : host.exitCode
    },
    async kill() {
      if (isOver) return
      isOver = true
      await end(host, 'SIGKILL')
    },
  }
}

/** Waits until the host says that it has stopped its service, or ends. */
function answerOf(host: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const answered = () => {
      host.off('message', answered).off('exit', answered)
      // What it wrote before lies in another pipe.
      setImmediate(resolve)
    }
    host.on('message', answered).on('exit', answered)
  })
}

/** A stop that waits for somebody, for an upload that stays open for instance, is not waited for. */
const PATIENCE = 1_000

/** Stops a service that nobody needs any more. */
export async function endWithTest(service: RunningService): Promise<void> {
  const late = setTimeout(() => void service.process.kill('SIGKILL'), PATIENCE)
  await service.stop()
  clearTimeout(late)
}

const withDefaults = (environment: WithFolder): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  PORT: '0',
  DEMO_PASSWORD: demoPassword,
  LOG_LEVEL: 'info',
  ...storeFor(environment),
  ...environment,
})

interface Listening extends Pick<RunningService, 'url' | 'folder' | 'process' | 'output'> {
  /** Nothing that the process writes from now on is the service's. */
  leave(): void
}

/** @param mark what the process writes on stdout before all that this service writes there */
function untilItListens(child: ChildProcess, folder: string, mark = ''): Promise<Listening> {
  let before = ''
  let isMarked = mark === ''
  let isListening = false
  // Thousands of lines may come, and joining them for each would take longer than the service needs to write them.
  const written: string[] = []
  const output = () => written.join('')
  return new Promise((found, failed) => {
    const read = (text: string) => {
      written.push(text)
      if (isListening) return
      const port = /"port":(\d+)/.exec(output())?.[1]
      // The greeting comes last, so the service is whole when it stands there.
      if (!port || !output().includes('Aduan is listening')) return
      isListening = true
      child.off('exit', ended)
      found({ url: `http://127.0.0.1:${port}`, folder, process: child, output, leave })
    }
    const readOut = (chunk: Buffer) => {
      if (isMarked) return read(chunk.toString())
      before += chunk.toString()
      isMarked = before.includes(mark)
      if (isMarked) read(before.slice(before.indexOf(mark) + mark.length))
    }
    const readErr = (chunk: Buffer) => read(chunk.toString())
    const leave = () => {
      child.stdout?.off('data', readOut)
      child.stderr?.off('data', readErr)
    }
    const ended = (code: number | null) =>
      failed(new Error(`The service ended with ${code} before it listened:\n${output()}`))
    child.stdout?.on('data', readOut)
    child.stderr?.on('data', readErr)
    child.once('exit', ended)
  })
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  const [code] = await exit
  return code as number | null
}
