import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { builtProgram } from './built-program.ts'

export interface WriterProcess {
  readonly firstAcknowledged: Promise<void>
  /** Resolves when so many writes were acknowledged. */
  acknowledged(count: number): Promise<void>
  /** Resolves when the store refused a write or would not open. */
  readonly refused: Promise<{ readonly failure: { name: string; message: string }; readonly acknowledged: string[] }>
  /** kill -9. @returns the ids of all acknowledged documents */
  kill(): Promise<string[]>
}

/**
 * Starts a process that fills the store in the folder. `mostKilobytes` bounds the size of its files, as a full disk
 * would: the system then refuses the write.
 */
export async function writerProcess(folder: string, { mostKilobytes = 0 } = {}): Promise<WriterProcess> {
  const limit = mostKilobytes > 0 ? `ulimit -f ${mostKilobytes}; ` : ''
  const program = [process.execPath, builtProgram('write-letters'), folder]
  const child = spawn('bash', ['-c', `${limit}exec "$0" "$1" "$2"`, ...program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ids: string[] = []
  let failure: { name: string; message: string } | undefined
  const waiting: (() => void)[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const told = JSON.parse(line) as { acknowledged?: string; failure?: { name: string; message: string } }
    if (told.acknowledged !== undefined) ids.push(told.acknowledged)
    failure ??= told.failure
    for (const look of waiting.splice(0)) look()
  })
  const ended = once(lines, 'close').then(() => {
    for (const look of waiting.splice(0)) look()
  })

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      if (child.exitCode !== null || child.signalCode !== null) await ended
      if (isSo()) return
      if (child.exitCode !== null || child.signalCode !== null) throw new Error('The writer ended too early.')
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }

  async function refusal() {
    await until(() => failure !== undefined)
    await ended
    return { failure: failure ?? { name: '', message: '' }, acknowledged: ids }
  }

  return {
    acknowledged: (count) => until(() => ids.length >= count),
    get firstAcknowledged() {
      return until(() => ids.length > 0)
    },
    get refused() {
      return refusal()
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
      return ids
    },
  }
}
