import { html, nothing, type TemplateResult } from 'lit'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { PageOfCase } from './page-of-case.ts'
import '../following/data-requests/case-data-requests.ts'
import './case-book.ts'
import './case-clocks.ts'
import './case-decisions.ts'
import './case-dispositions.ts'
import './case-joined.ts'
import './case-messages.ts'
import './case-notes.ts'
import './case-steps.ts'
import './case-story.ts'
import './evidence/case-evidence.ts'
import './identity/case-identity.ts'
import './reminders/case-reminders.ts'

type Panel = (current: CaseView, page: PageOfCase) => TemplateResult | typeof nothing

/** The story of a case and the conversation about it, in the order of reading. */
export const mainPanels: readonly Panel[] = [
  (current, { onGuardWanted }) => {
    if (!current.mayGuard || !current.guard?.candidates.length) return nothing
    void import('./guard/who-is-meant.ts')
    return html`<who-is-meant .case=${current} @guard-wanted=${onGuardWanted}></who-is-meant>`
  },
  (current) => html`<case-joined .case=${current}></case-joined>`,
  (current) => html`<case-decisions .case=${current}></case-decisions>`,
  (current, { shown }) => html`<case-dispositions .case=${current} @case-changed=${shown.take}></case-dispositions>`,
  (current, { shown }) => html`<case-data-requests .case=${current} @case-changed=${shown.take}></case-data-requests>`,
  (current, { onGuardWanted }) => html`<case-story .case=${current} @guard-wanted=${onGuardWanted}></case-story>`,
  ({ fromBook }) => (fromBook ? html`<case-book .fromBook=${fromBook}></case-book>` : nothing),
  (current, { shown }) => html`<case-evidence .case=${current} @case-outdated=${shown.reload}></case-evidence>`,
  (current, { shown, unsent, onWordsBack }) =>
    html`<case-messages .case=${current} .perform=${shown.perform} .unsent=${unsent} @case-changed=${shown.take}
      @case-outdated=${shown.reload} @words-back=${onWordsBack}></case-messages>`,
]

/** What stands beside the story. */
export const sidePanels: readonly Panel[] = [
  (current, { shown }) =>
    html`<case-identity .case=${current} @case-changed=${shown.take} @case-outdated=${shown.reload}></case-identity>`,
  ({ number, delay, clocks }) => html`<case-clocks number=${number} .delay=${delay} .clocks=${clocks}></case-clocks>`,
  (current, { shown }) => html`<case-steps .case=${current} @case-changed=${shown.take}></case-steps>`,
  ({ number }) => html`<case-reminders number=${number}></case-reminders>`,
]
