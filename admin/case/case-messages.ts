import '../desk/acts/template-picker.ts'
import { css, html, type LitElement, nothing, type ReactiveController } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { changedBanner } from '../desk/acts/changed-banner.ts'
import { laterFields, laterIn, laterLooks } from '../desk/acts/later-fields.ts'
import type { ChangedMeanwhile, Perform } from '../desk/acts/perform.ts'
import { insertInto } from '../desk/acts/template-fields.ts'
import type { TemplateChosen } from '../desk/acts/template-picker.ts'
import { quotedText, refusedFiles } from '../filing/inbound/came-with.ts'
import { LeakFormElement } from '../page/leak-form-element.ts'
import { PageElement } from '../page/page-element.ts'
import mergeWording from '../texts/merge.json'
import { textField } from '../ui/field.ts'
import { textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import type { Wording } from '../wording/wording.ts'
import { Mentions } from './mentions.ts'
import { type OlderList, olderButton, olderOnPaper } from './older-page.ts'
import './timed-acts.ts'

@customElement('message-composer')
export class MessageComposer extends LeakFormElement {
  static override styles = [
    LeakFormElement.styles,
    laterLooks,
    css`
      form {
        display: grid;
        gap: 12px;
      }
      .written {
        position: relative;
      }
      .colleagues {
        position: absolute;
        z-index: 2;
        inset-block-start: 100%;
        inset-inline: 0;
        max-inline-size: 420px;
        padding: 4px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        box-shadow: var(--shadow);
      }
      .colleagues li {
        padding: 6px 10px;
        border-radius: var(--radius);
        cursor: pointer;
      }
      .colleagues [aria-selected='true'] {
        background: var(--accent-soft);
      }
      .banner ul {
        margin: 4px 0 0;
        padding-inline-start: 18px;
      }
    `,
  ]

  @property() kind: 'message' | 'note' = 'message'
  @property({ type: Number }) joined = 0
  @property({ attribute: false }) case!: CaseView
  @property({ attribute: false }) perform!: Perform
  @state() private changed: ChangedMeanwhile | null = null
  @query('textarea') private readonly area!: HTMLTextAreaElement
  private readonly mentions = new Mentions(
    this,
    () => this.area,
    async () =>
      (
        await this.client.call('GET /handlers', {
          params: this.inUnit,
          query: { case: this.case.number, part: 'assist' },
        })
      ).items,
  )

  protected override updated() {
    if (this.kind === 'note') this.mentions.describe()
  }

  override render() {
    const { casePage, acts } = this.wording
    const { limits } = this.unit.view.form
    const isMessage = this.kind === 'message'
    const submit = isMessage ? casePage.sendMessage : casePage.addNote
    return html`<form class="screen-only" novalidate @submit=${this.onSubmit}>
      ${this.changed ? changedBanner(this.changed, this.wording) : nothing}
      ${this.attempt.render()}
      <div class="written" @keydown=${this.mentions.onKey}>${textField({
        name: 'text',
        label: isMessage ? casePage.writeMessage : casePage.writeNote,
        hint: isMessage ? casePage.messageHint : casePage.mentionHint,
        rows: 3,
        limit: limits[this.kind],
        error: this.attempt.errors.text,
        ...(isMessage ? {} : { written: () => void this.mentions.onInput() }),
      })}
      ${this.mentions.render(this.wording)}</div>
      ${
        this.joined > 0
          ? html`<label class="choice"><input type="checkbox" name="alsoJoined"><span>${mergeWording(this.wording).alsoJoined}</span></label>`
          : nothing
      }
      ${isMessage ? laterFields(this.case, this.wording, this.unsent?.get('message') ?? null) : nothing}
      ${this.leaks.render(this.wording, limits.reason)}
      <div class="row">
        <button ?disabled=${this.attempt.isBusy || this.changed?.stillOpen === false}>
          ${isMessage ? icons.send : icons.note}${this.attempt.isBusy ? acts.sending : this.changed ? acts.sendAnyway : submit}
        </button>
        <template-picker number=${this.case.number} .kinds=${[this.kind]} @template-chosen=${this.onTemplate}></template-picker>
      </div>
    </form>`
  }

  protected override willUpdate() {
    this.formName = this.kind
  }

  showKept() {
    const text = String(this.unsent?.get(this.kind)?.get('text') ?? '')
    if (text && this.area.value !== text) this.area.value = text
  }

  begin(text: string) {
    insertInto(this.area, text)
    this.keepTyped()
    this.scrollIntoView({ block: 'nearest' })
  }

  private onTemplate({ detail }: TemplateChosen) {
    insertInto(this.area, detail.text)
    this.keepTyped()
  }

  protected async send(written: FormData) {
    const text = textIn(written, 'text')
    const on = laterIn(written, this.case)
    const mentions = this.mentions.idsIn(text)
    this.changed = await this.perform(
      this.kind,
      {
        text,
        ...(mentions.length > 0 && { mentions }),
        ...(written.has('alsoJoined') && { alsoJoined: true }),
        ...this.leaks.reasonIn(written),
      },
      on,
    )
    if (this.changed) return
    this.unsent?.delete(this.kind)
    this.form.reset()
    this.area.value = ''
    this.leaks.clear()
    this.mentions.clear()
  }
}

/** So many messages or notes show at first, so that what somebody does next is not far below. */
const NEWEST = 3

/** On paper all of them stand. */
export const newestLooks = css`
  .all:focus-visible {
    outline: none;
  }
  @media screen {
    .newest li:not(:nth-last-child(-n + ${NEWEST})) {
      display: none;
    }
  }
`

export class NewestOnly implements ReactiveController {
  private whole = ''
  private readonly host: LitElement
  private readonly number: () => string

  constructor(host: LitElement, number: () => string) {
    this.host = host
    this.number = number
    host.addController(this)
  }

  hostConnected() {
    this.whole = ''
  }

  isShort({ length }: readonly unknown[]): boolean {
    return length > NEWEST && this.whole !== this.number()
  }

  renderButton(wording: Wording, list: OlderList, shown: readonly unknown[], older: string | null) {
    if (!this.isShort(shown)) return olderButton(wording, list, older)
    return html`<p class="screen-only">
        <button type="button" class="quiet" @click=${this.showAll}>${wording.casePage.older[list]}</button>
      </p>
      ${olderOnPaper(wording, older)}`
  }

  readonly showWhole = () => {
    this.whole = this.number()
    this.host.requestUpdate()
  }

  /** The button goes, so the focus goes on to what it showed. */
  private readonly showAll = async () => {
    this.showWhole()
    await this.host.updateComplete
    this.host.renderRoot.querySelector<HTMLElement>('.all')?.focus()
  }
}

@customElement('case-messages')
export class CaseMessages extends PageElement {
  static override styles = [
    PageElement.styles,
    newestLooks,
    css`
      ol {
        display: grid;
        gap: 10px;
      }
      li {
        justify-self: start;
        max-inline-size: min(64ch, 88%);
        padding: 10px 14px;
        border-radius: var(--radius-large);
        background: var(--sunk);
      }
      timed-acts {
        display: contents;
      }
      li.office {
        justify-self: end;
        background: var(--accent-soft);
      }
      @media print {
        li {
          border: 1px solid var(--line);
        }
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
    const { casePage } = this.wording
    const { messages, acts, joined, older } = this.case
    const isShort = this.newest.isShort(messages)
    return html`<section class="card" aria-labelledby="heading" @older-wanted=${this.newest.showWhole}>
      <h2 id="heading">${casePage.messages}</h2>
      ${this.newest.renderButton(this.wording, 'messages', messages, older)}
      ${
        messages.length > 0
          ? html`<ol class="plain all ${isShort ? 'newest' : ''}" tabindex="-1">${messages.map((message) => this.renderMessage(message))}</ol>`
          : acts.includes('message')
            ? nothing
            : html`<p class="soft">${casePage.noMessages}</p>`
      }
      <timed-acts .case=${this.case}></timed-acts>
      ${acts.includes('message') ? html`<message-composer kind="message" .case=${this.case} .unsent=${this.unsent} joined=${joined} .perform=${this.perform}></message-composer>` : nothing}
    </section>`
  }

  private renderMessage({ from, by, at, text, via, brings = [] }: CaseView['messages'][number]) {
    const { casePage, formats, vocabulary } = this.wording
    const side = from === 'office' ? casePage.fromOffice : casePage.fromReporter
    return html`<li class=${from}>
      <p class="small soft">
        <strong>${side}</strong>${from === 'office' ? ` · ${by}` : ''} · ${formats.dayAndTime(at)}${via ? ` · ${casePage.via[via.channel]}` : ''}
        ${via?.otherSender ? html`· <strong>${casePage.otherSender}</strong>` : nothing}
      </p>
      <p class="prose">${text || vocabulary.noText}</p>
      ${brings.length > 0 ? html`<p class="small">${icons.check}${brings.map((item) => vocabulary.completionItems[item]).join(' · ')}</p>` : nothing}
      ${via ? html`${quotedText(this.wording, via.quoted)}${refusedFiles(this.wording, via.refused)}` : nothing}
    </li>`
  }
}
