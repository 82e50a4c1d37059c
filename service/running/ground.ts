import type { KeyRing } from '../adapters/jose/key-ring.ts'
import type { Metrics } from '../http/metrics.ts'
import type { Clock } from '../shared/instant.ts'
import type { Log, Tracer } from '../shared/tracing.ts'
import type { Store } from '../storage/collection.ts'
import type { Vault } from '../storage/vault.ts'
import type { Config } from './config.ts'

/** What every part of the service stands on. */
export interface Ground {
  readonly config: Config
  readonly publicUrl: string
  /** The folder with the built pages, widget and desk. */
  readonly builtFolder: string
  readonly log: Log
  readonly now: Clock
  readonly tracer: Tracer | null
  readonly metrics: Metrics
  readonly store: Store
  readonly vault: Vault
  readonly ring: KeyRing
  /** Takes how something that was opened is ended: when all is closed, or when the rest cannot be opened. */
  readonly endWith: (end: () => Promise<void>) => void
}

export const milliseconds = () => performance.now()
