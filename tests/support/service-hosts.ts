import { type ChildProcess, spawn } from 'node:child_process'
import { builtProgram } from './built-program.ts'
import { ofShortLife } from './of-short-life.ts'

const resting: ChildProcess[] = []

/** A process that runs no service now: one that has run some, or else a new one. */
export function takeHost(): ChildProcess {
  for (let host = resting.pop(); host; host = resting.pop()) if (isAlive(host)) return host
  return spawn(process.execPath, [...ofShortLife, builtProgram('service-host-process')], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/** Gives a host back whose service has stopped. */
export function leaveHost(host: ChildProcess): void {
  if (isAlive(host)) resting.push(host)
}

export const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null
