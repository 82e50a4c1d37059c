import type { DiskRoom } from '../operations/disk-room.ts'
import type { EvidenceStore } from './evidence-store.ts'

/** So many bytes are written between two looks at the disk. */
const LOOK_EVERY = 1_048_576

/** Writes files only while the disk keeps its reserve, whichever way they come. A file that is under way is broken off. */
export function keepReserve(store: EvidenceStore, disk: Pick<DiskRoom, 'beforeFile'>): EvidenceStore {
  async function* whileThereIsRoom(sealed: AsyncIterable<Uint8Array>) {
    let sinceLook = 0
    for await (const piece of sealed) {
      sinceLook += piece.length
      if (sinceLook >= LOOK_EVERY) {
        sinceLook = 0
        await disk.beforeFile()
      }
      yield piece
    }
  }
  return {
    async write(id, sealed) {
      await disk.beforeFile()
      await store.write(id, whileThereIsRoom(sealed))
    },
    read: (id, part) => store.read(id, part),
    remove: (id) => store.remove(id),
    forgetUnfinished: (before) => store.forgetUnfinished(before),
  }
}
