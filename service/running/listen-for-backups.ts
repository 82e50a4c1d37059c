import { join } from 'node:path'
import { type CommandSocket, listenForCommands, socketAddress } from '../adapters/node-server/servers.ts'
import { listErasures } from '../keeping/retention/erasures.ts'
import type { Opened } from './open-ports.ts'
import { SOCKET, serveStandStill } from './store.ts'

/** @returns `null` with MongoDB, whose own tools copy it, and if the folder's path is too long for a socket */
export async function listenForBackups(
  { ports, embedded }: Pick<Opened, 'ports' | 'embedded'>,
  dataFolder: string,
  onFault: (cause: unknown) => void,
): Promise<CommandSocket | null> {
  const address = socketAddress(join(dataFolder, SOCKET))
  if (!embedded || !address) return null
  const parts = { ...ports, embedded, listErasures: () => listErasures(ports, ports.erasureFile, 0) }
  return listenForCommands(address, (speaker) => serveStandStill(parts, speaker), onFault)
}
