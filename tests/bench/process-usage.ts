import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

const TICKS_PER_SECOND = 100
const KILOBYTE = 1_024
const LOOKS_EVERY_MS = 200
/** A process that waits for nothing uses this share of the time between two looks all the same. */
const IDLE_SHARE = 0.1
const IDLE_LOOKS = 5

/** Milliseconds of CPU that a process has used so far, all its threads together. Linux only. */
export async function cpuOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  // The name in brackets may hold spaces; what follows it does not. User and system time stand 12th and 13th there.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1_000) / TICKS_PER_SECOND
}

/** Resolves once a process has done all that it was asked, notices that go out later included. Linux only. */
export async function untilIdle(pid: number): Promise<void> {
  for (let idle = 0; idle < IDLE_LOOKS; ) {
    const before = await cpuOf(pid)
    await sleep(LOOKS_EVERY_MS)
    idle = (await cpuOf(pid)) - before <= LOOKS_EVERY_MS * IDLE_SHARE ? idle + 1 : 0
  }
}

/** Memory of a process in MB: what it holds now, and the most that it ever held. Linux only. */
export async function memoryOf(pid: number): Promise<{ readonly now: number; readonly peak: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string) => (Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) * KILOBYTE) / 1e6
  return { now: megabytes('VmRSS'), peak: megabytes('VmHWM') }
}
