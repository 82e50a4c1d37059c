import { join } from 'node:path'
import { build } from 'esbuild'
import { nodeBuild } from '../../shared/free-room.ts'
import { THREAD_PROGRAM } from './writer.ts'

/** Threads of the store run this program, also those of sources that are not built. */
export async function buildStoreThread(outFolder: string): Promise<void> {
  await build({
    ...nodeBuild,
    entryPoints: [join(import.meta.dirname, 'store-thread.ts')],
    outfile: join(outFolder, THREAD_PROGRAM),
  })
}
