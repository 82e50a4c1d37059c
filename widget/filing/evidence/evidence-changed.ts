import type { Draft } from '../draft/draft.ts'
import { SPOKEN } from '../draft/spoken.ts'
import type { EvidenceFile } from './evidence-file.ts'

/** What the files of a draft have become; `spoken` is there where the recording that tells the story is gone. */
export type EvidenceChange = Required<Pick<Draft, 'evidence' | 'pending'>> & { readonly spoken?: undefined }

/** @param files as the list shows them */
export const readChange = (files: readonly EvidenceFile[]): EvidenceChange => ({
  evidence: files.flatMap((file) => (file.state === 'held' ? [file.held] : [])),
  pending: files.flatMap(({ state, name, size, settled = false }) =>
    state === 'held' ? [] : [{ name, size, settled, isStuck: state === 'failed' || state === 'unfinished' }],
  ),
  ...(!files.some(({ name }) => name.startsWith(SPOKEN)) && { spoken: undefined }),
})

/** Holds the files that the service has, and those that are on their way or failed. Stays inside the widget. */
export class EvidenceChanged extends CustomEvent<EvidenceChange> {
  constructor(detail: EvidenceChange) {
    super('evidence-changed', { detail })
  }
}

declare global {
  interface HTMLElementEventMap {
    'evidence-changed': EvidenceChanged
  }
}
