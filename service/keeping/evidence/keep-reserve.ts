import type { EvidenceStore } from '../../case/evidence/evidence-store.ts'
import type { DiskRoom } from '../../shared/disk-room.ts'

/** The free space is checked again after this many bytes. */
const LOOK_EVERY = 1_048_576

/** Stops a write, also a running one, when the disk would fall below its reserve. */
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
