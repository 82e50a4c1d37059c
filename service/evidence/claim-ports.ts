import type { Vault } from '../identity/vault.ts'
import type { Collection } from '../storage/collection.ts'
import type { HeldEvidence } from './held-evidence.ts'

export interface ClaimPorts {
  readonly heldEvidence: Collection<HeldEvidence>
  readonly vault: Vault
}
