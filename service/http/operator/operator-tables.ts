import type { WireOf } from '../operation.ts'
import { operatorAnnouncementOperations } from './announcement-routes.ts'
import { departureOperations } from './departure-routes.ts'
import { keyOperations } from './key-routes.ts'
import { operatorLogOperations } from './log-routes.ts'
import { materialsOperations } from './materials-routes.ts'
import { operatorOperations } from './operator-routes.ts'
import { operatorRequestOperations } from './request-routes.ts'
import { taskOperations } from './task-routes.ts'
import { operatorTenantOperations } from './tenant-routes.ts'
import { widgetVersionOperations } from './widget-version-routes.ts'

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
