import { once } from 'node:events'
import type { Config } from '../config.ts'
import type { Opened } from '../open-ports.ts'
import { listenForBackups } from './listen-for-backups.ts'
import { HOLDER_READY } from './reach-the-store.ts'

/** Holds the store of a service that does not run, for the backup that started this process; ends with it. */
export async function holdStill(opened: Opened, { dataFolder }: Config): Promise<void> {
  // Ctrl-C on a terminal reaches both; the backup says when it is over.
  process.on('SIGINT', () => {})
  const socket = await listenForBackups(opened, dataFolder, () => {})
  process.stdout.write(`${HOLDER_READY}\n`)
  process.stdin.resume()
  await once(process.stdin, 'end')
  await socket?.stop()
}
