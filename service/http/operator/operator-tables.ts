import type { WireOf } from '../operation.ts'
import {
  keyOperations,
  materialsOperations,
  operatorAnnouncementOperations,
  operatorLogOperations,
  operatorOperations,
  taskOperations,
  widgetVersionOperations,
} from './installation-operations.ts'
import { departureOperations, operatorRequestOperations, operatorTenantOperations } from './tenant-operations.ts'

/** What who runs the installation asks. */
export const operatorTables = [
  operatorOperations,
  operatorTenantOperations,
  departureOperations,
  operatorRequestOperations,
  keyOperations,
  widgetVersionOperations,
  taskOperations,
  materialsOperations,
  operatorLogOperations,
  operatorAnnouncementOperations,
] as const

export type OperatorOperations = WireOf<typeof operatorTables>
