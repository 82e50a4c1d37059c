import { css, html, nothing, type TemplateResult } from 'lit'
import type { ComplaintClass, PrivacyChoice, Status } from '../api/wire.ts'
import { icons } from '../ui/icons.ts'
import type { Wording } from '../wording/wording.ts'

type Tone = 'new' | 'moving' | 'waiting' | 'done' | 'over' | 'alarm'

const tones: Readonly<Record<Status, Tone>> = {
  received: 'new',
  incomplete: 'waiting',
  in_progress: 'moving',
  awaiting_approval: 'waiting',
  answered: 'done',
  objected: 'alarm',
  closed: 'over',
  declined: 'over',
  forwarded: 'over',
  merged: 'over',
  withdrawn: 'over',
}

export const statusBadge = (status: Status, wording: Wording): TemplateResult =>
  html`<span class="badge ${tones[status]}">${wording.vocabulary.statuses[status]}</span>`

/** Marks only what asks for care: oversight, and an identity that is hidden or not there. */
export const careMarks = (
  about: { class: ComplaintClass; privacy: PrivacyChoice },
  wording: Wording,
): TemplateResult => html`
  ${about.class === 'oversight' ? html`<span class="mark care">${icons.shield}${wording.vocabulary.classes.oversight}</span>` : nothing}
  ${about.privacy === 'named' ? nothing : html`<span class="mark">${icons.lock}${wording.vocabulary.privacy[about.privacy]}</span>`}
`

export const offerMark = (office: string | null, wording: Wording) =>
  office ? html`<span class="mark" title=${office}>${icons.send}${wording.register.waitsElsewhere}</span>` : nothing

export const bookMark = (isFromBook: boolean, wording: Wording) =>
  isFromBook ? html`<span class="mark">${icons.history}${wording.register.fromBook}</span>` : nothing

/** Says when a case is due; the colour only repeats it. `null` means that no clock runs. */
export function dueWords(dueAt: string | null, overdue: boolean, wording: Wording): TemplateResult {
  const { register, formats } = wording
  if (dueAt === null) return html`<span class="soft">${register.noClock}</span>`
  const days = formats.daysUntil(dueAt)
  if (overdue)
    return html`<span class="due late">${icons.alert}${register.overdueBy({ days: Math.max(0, -days) })}</span>`
  if (days <= 0)
    return html`<span class="due soon">${icons.clock}${register.dueToday({ time: formats.time(dueAt) })}</span>`
  if (days === 1) return html`<span class="due soon">${icons.clock}${register.dueTomorrow}</span>`
  return html`<span class="due">${register.dueIn({ days })}</span>`
}

export const badges = css`
  .badge {
    display: inline-block;
    padding: 2px 10px;
    border-radius: 999px;
    background: var(--sunk);
    color: var(--ink);
    font-size: var(--size-small);
    font-weight: 600;
    white-space: nowrap;
  }
  .badge.new {
    background: var(--accent);
    color: var(--accent-ink);
  }
  .badge.moving {
    background: var(--accent-soft);
    color: var(--accent);
  }
  .badge.waiting {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .badge.done {
    background: var(--ok-soft);
    color: var(--ok);
  }
  .badge.alarm {
    background: var(--danger-soft);
    color: var(--danger);
  }
  .mark,
  .due {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    vertical-align: bottom;
  }
  .mark .icon,
  .due .icon {
    inline-size: 1.1em;
    block-size: 1.1em;
  }
  .mark.care {
    color: var(--warn);
    font-weight: 600;
  }
  .due.soon {
    color: var(--warn);
    font-weight: 600;
  }
  .due.late {
    color: var(--danger);
    font-weight: 650;
  }
  @media print {
    .badge {
      border: 1px solid currentcolor;
    }
    /* The paper has no dark ground under the light letters. */
    .badge.new {
      color: var(--ink);
    }
  }
`
