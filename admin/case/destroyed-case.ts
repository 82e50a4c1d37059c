import { html, nothing } from 'lit'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { Wording } from '../wording/wording.ts'
import { caseParts } from './case-parts.ts'

const nobody = () => {}

/** Nothing is left to be read or done. */
export function destroyedCase(
  current: CaseView,
  { at, record, endingLabel, endedAt, files }: NonNullable<CaseView['destroyed']>,
  { formats, retention }: Wording,
) {
  const { text, ending, ended, files: gone } = retention.destroyed
  return html`
    <case-header .case=${current}></case-header>
    <case-facts .case=${current}></case-facts>
    <section class="card stack">
      <p>${text(formats.longDay(at), record)}</p>
      <dl class="left">
        ${endingLabel ? html`<div><dt class="soft small">${ending}</dt><dd>${endingLabel}</dd></div>` : nothing}
        <div><dt class="soft small">${ended}</dt><dd>${formats.day(endedAt)}</dd></div>
        <div><dt class="soft small">${gone}</dt><dd>${files}</dd></div>
      </dl>
    </section>
    ${caseParts.history.render(current, nobody, nobody)}
  `
}
