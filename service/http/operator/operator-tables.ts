import type { WireOf } from '../operation.ts'
import * as installation from './installation-operations.ts'
import { departureOperations, operatorRequestOperations, operatorTenantOperations } from './tenant-operations.ts'

/** What who runs the installation asks. */
export const operatorTables = [
  installation.operatorOperations,
  operatorTenantOperations,
  departureOperations,
  operatorRequestOperations,
  installation.keyOperations,
  installation.widgetVersionOperations,
  installation.taskOperations,
  installation.materialsOperations,
  installation.operatorLogOperations,
  installation.operatorAnnouncementOperations,
] as const

export type OperatorOperations = WireOf<typeof operatorTables>
