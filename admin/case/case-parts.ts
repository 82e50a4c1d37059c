import { html, type TemplateResult } from 'lit'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { Wording } from '../wording/wording.ts'

/** The conversation and the work on a case stand first; each other matter has a tab, fetched when somebody opens it. */
const partNames = ['case', 'history', 'letters', 'papers', 'lapor', 'retention'] as const
export type PartName = (typeof partNames)[number]

interface CasePart {
  readonly load: () => Promise<unknown>
  /** @param outdated asks for the case anew @param changed takes the case as it is now */
  readonly render: (
    current: CaseView,
    outdated: () => void,
    changed: (event: CustomEvent<CaseView>) => void,
  ) => TemplateResult
}

export const caseParts: Readonly<Record<Exclude<PartName, 'case'>, CasePart>> = {
  history: {
    load: () => import('./case-history.ts'),
    render: ({ history, older }) => html`<case-history .history=${history} .older=${older}></case-history>`,
  },
  letters: {
    load: () => Promise.all([import('./case-notices.ts'), import('../desk/letters/case-letters.ts')]),
    render: (current, outdated, changed) => html`
      <case-letters .case=${current} @case-outdated=${outdated}></case-letters>
      <case-notices .notices=${current.notices} .older=${current.older} number=${current.number}
        settles=${current.maySettleNotices ? current.number : ''} @notices-settled=${changed}></case-notices>
    `,
  },
  papers: {
    load: () => import('../desk/papers/case-papers.ts'),
    render: (current) => html`<case-papers .case=${current}></case-papers>`,
  },
  lapor: {
    load: () => import('./case-lapor.ts'),
    render: (current, outdated, changed) =>
      html`<case-lapor .case=${current} @case-changed=${changed} @case-outdated=${outdated}></case-lapor>`,
  },
  retention: {
    load: () => import('./case-retention.ts'),
    render: (current, outdated, changed) =>
      html`<case-retention .case=${current} @case-changed=${changed} @case-outdated=${outdated}></case-retention>`,
  },
}

interface Tabs {
  readonly wording: Wording
  readonly show: (part: PartName) => Promise<void>
}

/** A tab for each part that this case has. */
export function partTabs({ lapor, mayNoteLapor }: CaseView, shown: PartName, { wording, show }: Tabs): TemplateResult {
  const { casePage } = wording
  // Practice goes to no other channel, and who may not note a number there reads the one that there is.
  const parts = partNames.filter((part) => part !== 'lapor' || lapor || mayNoteLapor)
  return html`<nav class="screen-only" aria-label=${casePage.partsLabel}>
    ${parts.map(
      (part) =>
        html`<button class="tab" aria-pressed=${part === shown} @click=${() => void show(part)}>${casePage.parts[part]}</button>`,
    )}
  </nav>`
}
