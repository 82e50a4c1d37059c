import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { complaintMoves } from '../../service/case/store/complaint-queues.ts'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import { openTenantDirectory } from '../../service/offices/tenants/tenant-directory.ts'
import type { Instant } from '../../service/shared/instant.ts'
import { officeWith } from './office-with.ts'

/** What moves dates, on a folder that somebody left: it opens nothing that is sealed, so it has no key. */
export async function aMover(folder: string, at: Instant) {
  const store = await openSqliteStore({ folder })
  const kept = await store.collection(complaintSpec)
  const tenants = await openTenantDirectory(store, () => performance.now())
  return { store, kept, ports: officeWith({ complaints: complaintMoves(kept), tenants, now: () => at }) }
}
