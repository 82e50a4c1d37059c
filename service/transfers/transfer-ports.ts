import type { DeskPorts } from '../complaints/desk.ts'
import type { CopyEvidencePorts } from '../evidence/copy-evidence.ts'
import type { StaffDirectory } from '../staff/staff-directory.ts'
import type { TransferStore } from './transfer-store.ts'

export interface TransferPorts extends DeskPorts, CopyEvidencePorts {
  readonly transfers: TransferStore
  readonly staff: StaffDirectory
}
