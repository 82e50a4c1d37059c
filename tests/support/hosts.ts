import { type ChildProcess, spawn } from 'node:child_process'
import { builtProgram } from './built-program.ts'
import { ofShortLife } from './of-short-life.ts'

/** Programs that run one service, or one command, after the other. */
type HostName = 'service-host-process' | 'command-host-process'

const resting: Record<HostName, ChildProcess[]> = { 'service-host-process': [], 'command-host-process': [] }

/** A process that runs nothing now: one that has run something, or else a new one. */
export function takeHost(name: HostName): ChildProcess {
  for (let host = resting[name].pop(); host; host = resting[name].pop()) if (isAlive(host)) return host
  return spawn(process.execPath, [...ofShortLife, builtProgram(name)], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/** Gives a host back in which nothing runs any more. */
export function leaveHost(name: HostName, host: ChildProcess): void {
  if (isAlive(host)) resting[name].push(host)
}

export const isAlive = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode === null && signalCode === null

/** Whether there are settings that a process reads as it starts, which a host has behind it. */
export const isOfProcesses = (environment: Readonly<Record<string, string>>): boolean =>
  Object.keys(environment).some((name) => /^(NODE_(?!ENV$)|TMPDIR$)/.test(name))
