import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import { changedBanner } from '../desk/acts/changed-banner.ts'
import { laterFields, laterIn, laterLooks } from '../desk/acts/later-fields.ts'
import type { ChangedMeanwhile, Perform } from '../desk/acts/perform.ts'
import { insertInto } from '../desk/acts/template-fields.ts'
import type { TemplateChosen } from '../desk/acts/template-picker.ts'
import { LeakFormElement } from '../page/leak-form-element.ts'
import { textField } from '../ui/field.ts'
import { textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'
import { mergeWording } from '../wording/merge-wording.ts'
import { Mentions } from './mentions.ts'
import '../desk/acts/template-picker.ts'

/** Where a message to the reporter or a note among staff is written. */
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
  /** How many cases are joined to this one. */
  @property({ type: Number }) joined = 0
  @property({ attribute: false }) case!: CaseView
  @property({ attribute: false }) perform!: Perform
  @state() private changed: ChangedMeanwhile | null = null
  @query('textarea') private readonly area!: HTMLTextAreaElement
  private readonly mentions = new Mentions(
    this,
    () => this.area,
    async () => (await this.client.listHandlersOf(this.unit.tenant, this.case.number, 'assist')).items,
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

  /** Shows again what was typed before, once it was fetched or came back. */
  showKept() {
    const text = String(this.unsent?.get(this.kind)?.get('text') ?? '')
    if (text && this.area.value !== text) this.area.value = text
  }

  /** Words to be read and changed before they are sent. */
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
