import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { refuseClosing } from '../../offices/tenants/tenant-directory.ts'
import { type OldBook, startImport, startUndo } from './old-book.ts'
import { sheetRead } from './read-book.ts'
import type { Reading } from './read-row.ts'
import { bookOf, type OldBookPorts, ownBook } from './take-book.ts'

/**
 * From here on the import continues by itself. @throws Refusal those of `ownBook` and `sheetRead`, `tenant/closing`
 */
export async function startBook(
  ports: OldBookPorts,
  staff: StaffMember,
  tenant: Tenant,
  id: string,
  reading: Reading,
): Promise<OldBook> {
  const book = await ownBook(ports, staff, id)
  refuseClosing(tenant)
  const { head, rows } = sheetRead(book, tenant, reading)
  const above = head.filter(([row]) => row <= reading.headingRow).length
  const detail = `#${book.number} ${rows - above}`
  await ports.record(staff.tenant, { by: staff.id, act: 'old_book.started', subject: null, detail })
  return ports.oldBooks.change(staff.tenant, id, (before) => startImport(before, reading, rows - above, ports.now()))
}

/**
 * Removes all cases except those on which somebody works. The reason is logged.
 * @throws Refusal `staff/not-permitted`, `old-book/unknown`, `old-book/wrong-state`
 */
export async function undoBook(ports: OldBookPorts, staff: StaffMember, id: string, reason: string): Promise<OldBook> {
  const book = await bookOf(ports, staff, id)
  // A refusal comes before the log entry.
  startUndo(book, reason, ports.now())
  const detail = `#${book.number}: ${reason}`
  await ports.record(staff.tenant, { by: staff.id, act: 'old_book.undone', subject: null, detail })
  return ports.oldBooks.change(staff.tenant, id, (before) => startUndo(before, reason, ports.now()))
}
