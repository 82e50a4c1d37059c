import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { ofShortLife } from './of-short-life.ts'
import { storeFor } from './test-store.ts'

const program = resolve(import.meta.dirname, '../../dist/service/aduan.js')

/** The operator's command line as a process of its own; what it says comes when it ends. */
export function startAduan(environment: Readonly<Record<string, string>>, ...parameters: string[]) {
  const child: ChildProcess = spawn(process.execPath, [...ofShortLife, program, ...parameters], {
    env: { PATH: process.env.PATH, ...storeFor(environment), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]).then(
    ([out, err, [code, signal]]) => ({ out, err, code: code as number | null, signal: signal as string | null }),
  )
  return { child, ended }
}

export const aduan = (environment: Readonly<Record<string, string>>, ...parameters: string[]) =>
  startAduan(environment, ...parameters).ended
