import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import type { CopyEvidencePorts } from '../../keeping/evidence/held-evidence.ts'
import type { RedrawPorts } from '../../keeping/evidence/opened-evidence.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { TransferStore } from './transfer-store.ts'

export interface TransferPorts extends CaseActionPorts, CopyEvidencePorts, RedrawPorts {
  readonly transfers: TransferStore
  readonly staff: StaffDirectory
}
