import { createContext } from '@lit/context'
import type { SessionView } from '../../service/contract/account.ts'
import type { AlertEvent } from '../../service/contract/messages.ts'
import type { WholeTenantView } from '../../service/contract/tenant-view.ts'
import type { ServiceClient } from './client.ts'
import type { Membership } from './wire.ts'

/** The unit that a person works in now: what they may do there, and what everybody may know of it. */
export interface Unit extends Membership {
  readonly view: WholeTenantView
}

export const clientContext = createContext<ServiceClient>('service-client')
export const sessionContext = createContext<SessionView>('session')
/** The unread alerts of the unit; `null` until they are known. */
export const alertsContext = createContext<AlertEvent | null>('alerts')
export const unitContext = createContext<Unit>('unit')
