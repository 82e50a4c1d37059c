import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import type { PendingFile } from '../draft/draft.ts'

/** Holds the files that the service has, and those that are on their way or failed. Stays inside the widget. */
export class EvidenceChanged extends CustomEvent<{
  readonly held: readonly HeldEvidenceView[]
  readonly pending: readonly PendingFile[]
}> {
  constructor(held: readonly HeldEvidenceView[], pending: readonly PendingFile[]) {
    super('evidence-changed', { detail: { held, pending } })
  }
}

declare global {
  interface HTMLElementEventMap {
    'evidence-changed': EvidenceChanged
  }
}
