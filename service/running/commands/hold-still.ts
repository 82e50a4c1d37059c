import { once } from 'node:events'
import type { Config } from '../config.ts'
import { listenForBackups } from '../listen-for-backups.ts'
import type { Opened } from '../open-ports.ts'
import { HOLDER_READY } from '../reach-the-store.ts'

/** Holds the store while the service is stopped, for the backup that started this process, and ends with it. */
export async function holdStill(opened: Opened, { dataFolder }: Config): Promise<void> {
  // Ctrl-C on a terminal reaches both processes; this one waits for the backup to end.
  process.on('SIGINT', () => {})
  const socket = await listenForBackups(opened, dataFolder, () => {})
  process.stdout.write(`${HOLDER_READY}\n`)
  process.stdin.resume()
  await once(process.stdin, 'end')
  await socket?.stop()
}
