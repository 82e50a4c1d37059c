import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { builtProgram } from './built-program.ts'
import { isOfProcesses, leaveHost, takeHost } from './hosts.ts'
import { ofShortLife } from './of-short-life.ts'
import { storeFor } from './test-store.ts'

type Environment = Readonly<Record<string, string>>

interface Ended {
  readonly out: string
  readonly err: string
  readonly code: number | null
  readonly signal: string | null
}

const withStore = (environment: Environment) => ({
  PATH: process.env.PATH,
  ...storeFor(environment),
  ...environment,
})

/** The operator's command line as a process of its own; what it says comes when it ends. */
export function startAduan(environment: Environment, ...parameters: string[]) {
  const child: ChildProcess = spawn(process.execPath, [...ofShortLife, builtProgram('aduan'), ...parameters], {
    env: withStore(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]).then(
    ([out, err, [code, signal]]): Ended => ({ out, err, code, signal }),
  )
  return { child, ended }
}

/** The same in a process that may have run other commands before, which takes a fifth of the processor's time. */
export async function aduan(environment: Environment, ...parameters: string[]): Promise<Ended> {
  if (isOfProcesses(environment)) return startAduan(environment, ...parameters).ended
  const host = takeHost('command-host-process')
  const mark = `--- ${performance.now()}\n`
  const said = Promise.all([readUntil(host.stdout!, mark), readUntil(host.stderr!, mark)])
  const ended = once(host, 'message')
  host.send({ environment: withStore(environment), parameters, mark })
  const [[out, err], [code]] = await Promise.all([said, ended])
  leaveHost('command-host-process', host)
  return { out, err, code, signal: null }
}

/** What is written before the mark. Fails if the process ends first. */
function readUntil(stream: Readable, mark: string): Promise<string> {
  const written: Buffer[] = []
  return new Promise((found, failed) => {
    const read = (chunk: Buffer) => {
      written.push(chunk)
      const all = Buffer.concat(written).toString()
      if (!all.endsWith(mark)) return
      stream.off('data', read).off('end', ended)
      found(all.slice(0, -mark.length))
    }
    const ended = () => failed(new Error(`The command's process ended: ${Buffer.concat(written)}`))
    stream.on('data', read).once('end', ended)
  })
}
