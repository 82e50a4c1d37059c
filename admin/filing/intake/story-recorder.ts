import { html, type TemplateResult } from 'lit'
import type { HeldEvidenceView } from '../../../service/contract/tenant-view.ts'
import type { Brought } from './brought.ts'

type Spoken = Brought['spoken']

/** The recorder of a reporter's story, which is loaded once it shows. */
export function storyRecorder(used: Spoken, change: (spoken: Spoken) => void): TemplateResult {
  void import('./spoken-recorder.ts')
  const take = ({ detail }: CustomEvent<HeldEvidenceView | null>) => change(detail && { ...detail, disguised: false })
  return html`<spoken-recorder .used=${used} @story-recorded=${take}></spoken-recorder>`
}
