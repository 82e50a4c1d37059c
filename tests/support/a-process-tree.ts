import { readdir, readFile } from 'node:fs/promises'

/** Watches the programs that a process starts. Only Linux tells of them. */
export function watchPrograms(parent: number) {
  const peaks = new Map<string, number>()
  let isWatching = true
  async function look(): Promise<void> {
    for (const thread of await readdir(`/proc/${parent}/task`).catch(() => [])) {
      const children = await readFile(`/proc/${parent}/task/${thread}/children`, 'utf8').catch(() => '')
      for (const pid of children.split(' ').filter(Boolean)) {
        const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
        const kilobytes = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0)
        peaks.set(pid, Math.max(peaks.get(pid) ?? 0, kilobytes))
      }
    }
  }
  const watching = (async () => {
    while (isWatching) {
      await look()
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })()
  return {
    /** The most memory that one of them held, in megabytes, and how many there were. */
    async end() {
      isWatching = false
      await watching
      return { megabytes: Math.max(0, ...peaks.values()) / 1_024, programs: peaks.size }
    },
  }
}
