import type { HeldEvidenceView } from '../../service/contract/tenant-view.ts'

/** The files that the service holds now, and how many are still on their way or failed. Stays inside the widget. */
export class EvidenceChanged extends CustomEvent<{
  readonly held: readonly HeldEvidenceView[]
  readonly pending: number
}> {
  constructor(held: readonly HeldEvidenceView[], pending: number) {
    super('evidence-changed', { detail: { held, pending } })
  }
}

declare global {
  interface HTMLElementEventMap {
    'evidence-changed': EvidenceChanged
  }
}
