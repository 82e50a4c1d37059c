import { css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { Perform } from '../desk/acts/perform.ts'
import { casesAddress, todayAddress } from '../page/addresses.ts'
import { badges, dueWords, statusBadge } from '../page/case-badges.ts'
import { cameFrom } from '../page/navigation.ts'
import { PageElement } from '../page/page-element.ts'
import { icons } from '../ui/icons.ts'
import { type MessageComposer, NewestOnly, newestLooks } from './case-messages.ts'
import { withMentions } from './mentions.ts'
import type { PageOfCase } from './page-of-case.ts'
import '../following/data-requests/case-data-requests.ts'
import './case-story.ts'
import './case-clocks.ts'
import './case-decisions.ts'
import './evidence/case-evidence.ts'
import './identity/case-identity.ts'
import './reminders/case-reminders.ts'
import type { LabelView } from '../../service/contract/labels.ts'
import { labelChip, labelLooks } from '../page/label-chips.ts'
import { markOwnName, onlyNameShown } from '../page/own-words.ts'
import labelsWording from '../texts/labels.json'
import { Attempt } from '../ui/attempt.ts'
import { say } from '../ui/say.ts'

@customElement('case-header')
export class CaseHeader extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 2px 12px;
        font-size: 0.875rem;
      }
      h1 {
        flex: 1 1 240px;
        min-inline-size: 0;
        overflow: hidden;
        font-size: var(--size-large);
        overflow-wrap: anywhere;
        display: -webkit-box;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      .number {
        font-weight: 650;
        font-variant-numeric: tabular-nums;
      }
      .back {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        font-size: var(--size-small);
        text-decoration: none;
      }
      @media (pointer: coarse) {
        .back {
          min-block-size: 44px;
        }
      }
      @media (max-width: 767px) {
        h1 {
          flex-basis: 100%;
          order: 1;
          -webkit-line-clamp: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  override render() {
    const { casePage, retention, today } = this.wording
    const { number, status, subject, destroyed, clocks } = this.case
    const register = casesAddress(this.unit.tenant)
    const home = todayAddress(this.unit.tenant)
    const from = cameFrom(register) ?? cameFrom(home)
    const [nearest] = clocks
      .filter(({ stoppedAt, pausedAt }) => stoppedAt === null && pausedAt === null)
      .sort((one, other) => one.dueAt.localeCompare(other.dueAt))
    const heading = destroyed ? retention.destroyed.heading : subject
    return html`
      <a class="back screen-only" href=${from ?? register} @click=${from ? this.goBack : nothing}>
        ${icons.left}${from?.startsWith(home) ? today.heading : casePage.backToRegister}
      </a>
      <span class="number">${number}</span>
      <h1 title=${heading}>${heading}</h1>
      ${statusBadge(status, this.wording)}
      ${nearest ? html`<span title=${nearest.label}>${dueWords(nearest.dueAt, nearest.overdue, this.wording)}</span>` : nothing}
    `
  }

  private goBack(event: Event) {
    event.preventDefault()
    history.back()
  }
}

/** Notes among staff, on paper of another colour: nobody must take one for a message. */
@customElement('case-notes')
export class CaseNotes extends PageElement {
  static override styles = [
    PageElement.styles,
    newestLooks,
    css`
      .card {
        border: 2px dashed var(--note-line);
        background: var(--note);
        color: var(--note-ink);
      }
      @media print {
        .card {
          padding: 12px;
        }
      }
      h2 {
        display: flex;
        align-items: center;
        gap: 8px;
      }
      ul {
        display: grid;
        gap: 12px;
      }
      li + li {
        padding-block-start: 12px;
        border-block-start: 1px solid var(--note-line);
      }
      message-composer {
        --ink-soft: var(--note-ink);
        color: var(--ink);
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @property({ attribute: false }) perform!: Perform
  @property({ attribute: false }) unsent: Map<string, FormData> | null = null
  private readonly newest = new NewestOnly(this, () => this.case.number)
  @query('message-composer') private readonly composer!: MessageComposer | null

  showKept() {
    this.composer?.showKept()
  }

  begin(text: string) {
    this.composer?.begin(text)
  }

  override render() {
    const { casePage, formats } = this.wording
    const { notes, acts, older } = this.case
    const isShort = this.newest.isShort(notes)
    return html`<section class="card" aria-labelledby="heading" @older-wanted=${this.newest.showWhole}>
      <div>
        <h2 id="heading">${icons.lock}${casePage.notes}</h2>
        <p class="small">${casePage.notesHint}</p>
      </div>
      ${this.newest.renderButton(this.wording, 'notes', notes, notes.length === 0 ? null : older)}
      ${
        notes.length === 0
          ? nothing
          : html`<ul class="plain all ${isShort ? 'newest' : ''}" tabindex="-1">
              ${notes.map(
                ({ at, by, text, mentions }) => html`<li>
                  <p class="small"><strong>${by}</strong> · ${formats.dayAndTime(at)}</p>
                  <p class="prose">${withMentions(text, mentions)}</p>
                </li>`,
              )}
            </ul>`
      }
      ${acts.includes('note') ? html`<message-composer kind="note" .case=${this.case} .unsent=${this.unsent} .perform=${this.perform}></message-composer>` : nothing}
    </section>`
  }
}

type Panel = (current: CaseView, page: PageOfCase) => TemplateResult | typeof nothing

export const mainPanels: readonly Panel[] = [
  (current, { onGuardWanted, onGuardChanged }) => {
    if (!current.mayGuard || !current.guard?.candidates.length) return nothing
    void import('./guard/who-is-meant.ts')
    return html`<who-is-meant .case=${current} @guard-wanted=${onGuardWanted} @guard-changed=${onGuardChanged}></who-is-meant>`
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

export const sidePanels: readonly Panel[] = [
  (current, { shown }) =>
    html`<case-identity .case=${current} @case-changed=${shown.take} @case-outdated=${shown.reload}></case-identity>`,
  ({ number, delay, clocks }) => html`<case-clocks number=${number} .delay=${delay} .clocks=${clocks}></case-clocks>`,
  (current, { shown }) => html`<case-steps .case=${current} @case-changed=${shown.take}></case-steps>`,
  ({ number }) => html`<case-reminders number=${number}></case-reminders>`,
]

@customElement('case-labels')
export class CaseLabels extends PageElement {
  static override styles = [
    PageElement.styles,
    labelLooks,
    css`
      ul,
      .more {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px;
      }
      button.label {
        min-block-size: 28px;
        font-weight: 400;
      }
      button .icon {
        inline-size: 1em;
        block-size: 1em;
      }
      .open {
        min-block-size: 28px;
        padding: 0 10px;
        border-radius: 999px;
        font-size: var(--size-small);
      }
      @media print {
        .open,
        .more,
        button .icon {
          display: none;
        }
      }
      @media (pointer: coarse) {
        button.label,
        .open {
          min-block-size: 44px;
        }
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @property({ attribute: false }) perform!: Perform
  @state() private isChoosing = false
  private readonly attempt = new Attempt(this)

  override render() {
    const { labels, moreLabels, acts } = this.case
    const words = labelsWording(this.wording)
    const isOpen = acts.includes('set-label')
    if (labels.length === 0 && (!isOpen || moreLabels.length === 0)) return nothing
    return html`
      <ul class="plain" aria-label=${words.onCase}>
        ${labels.map((label) => html`<li>${isOpen ? this.renderOn(label) : labelChip(label)}</li>`)}
        ${
          isOpen && moreLabels.length > 0
            ? html`<li><button class="open" aria-expanded=${this.isChoosing} @click=${this.toggle}>${icons.add}${words.add}</button></li>`
            : nothing
        }
      </ul>
      ${isOpen && this.isChoosing ? this.renderMore(moreLabels) : nothing}
      ${this.attempt.render()}
    `
  }

  private renderOn(label: LabelView) {
    const sentence = labelsWording(this.wording).takeOff({ name: markOwnName(label.name) })
    return html`<button class="label ${label.colour}" ?disabled=${this.attempt.isBusy}
      @click=${() => this.set(label, false)}>${onlyNameShown(sentence)}${icons.close}</button>`
  }

  private renderMore(labels: readonly LabelView[]) {
    return html`<div class="more" role="group" aria-label=${labelsWording(this.wording).choose}>
      ${labels.map(
        (label) =>
          html`<button class="label ${label.colour}" ?disabled=${this.attempt.isBusy} @click=${() => this.set(label, true)}><span lang="id">${label.name}</span></button>`,
      )}
    </div>`
  }

  private toggle() {
    this.isChoosing = !this.isChoosing
  }

  private async set({ id, name }: LabelView, on: boolean) {
    const words = labelsWording(this.wording)
    await this.attempt.run(async () => {
      const changed = await this.perform('set-label', { label: id, on })
      say(this, changed ? words.changed : on ? words.set({ name }) : words.unset({ name }))
      if (!changed) this.isChoosing = false
    })
    // The button goes with its label, so the focus must stay somewhere.
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.open, button')?.focus()
  }
}
