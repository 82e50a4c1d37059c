import { html, nothing } from 'lit/html.js'
import type { ClockDaysView, ComplaintView } from '../../service/contract/complaint-view.ts'
import type { HeldEvidenceView, TenantView } from '../../service/contract/tenant-view.ts'
import type { CheckableChannel } from '../../service/offices/notice-vocabulary.ts'
import type { CompletionItem, DataRequestKind } from '../../service/offices/vocabulary.ts'
import { base } from '../element/base-styles.ts'
import type { FieldEvent } from '../element/events.ts'
import { reactive, WidgetElement } from '../element/widget-element.ts'
import { beginDraft, type Draft } from '../filing/draft/draft.ts'
import type { ReporterAct, ServiceClient } from '../service/client.ts'
import type { PartWording, Wording } from '../texts/languages.ts'

/** Fetches a recording of the complaint and plays it. Stays inside the widget. */
export class AduanListen extends WidgetElement {
  static override styles = [base]

  @reactive form!: CaseForm
  /** `evidence/{id}` */
  @reactive path = ''

  @reactive private isPlaying = false
  @reactive private text = ''

  private stop: (() => void) | undefined

  disconnectedCallback() {
    this.stop?.()
  }

  protected override render() {
    const { spoken } = this.form.wording
    return html`
      <button type="button" @click=${this.press}>${this.isPlaying ? spoken.stop : spoken.listen}</button>
      <p role="status">${this.text}</p>
    `
  }

  private press = async () => {
    if (this.isPlaying) return this.stop?.()
    const { client, view, secret, wording } = this.form
    this.isPlaying = true
    this.text = ''
    try {
      const { playBack } = await import('../filing/voice/index.ts')
      const recording = await client.download({ number: view.number, trackingCode: secret }, this.path)
      this.stop = await playBack(recording, () => {
        this.isPlaying = false
      })
    } catch {
      this.isPlaying = false
      this.text = wording.spoken.failed
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-listen': AduanListen
  }
}

export type TextName =
  | 'message'
  | 'transcript'
  | 'completion'
  | 'objection'
  | 'reopening'
  | 'withdrawal'
  | 'rating'
  | 'dataRequest'

export type FormName =
  | TextName
  | 'ownCode'
  | 'readers'
  | 'confirmation'
  | 'evidence'
  | 'identity'
  | 'acceptance'
  | 'correction'
  | 'identityWithdrawal'
  | `contact-${CheckableChannel}`
  | `code-${CheckableChannel}`

export type CorrectedField = 'name' | 'address' | 'phone' | 'email'

/** One request of a form. Completing a complaint can send evidence, identity and a message, in this order. */
export interface Request {
  readonly act: ReporterAct
  /** A promise while it is being sealed. */
  readonly body: unknown
}

export interface Entries {
  readonly texts: Readonly<Partial<Record<TextName, string>>>
  readonly brings: readonly CompletionItem[]
  readonly stars: number
  readonly solved: boolean | undefined
  readonly evidence: readonly HeldEvidenceView[]
  readonly pendingUploads: number
  readonly identity: Draft
  readonly corrected: Readonly<Partial<Record<CorrectedField, string>>>
  readonly removed: readonly CorrectedField[]
  readonly requestKind: DataRequestKind
  readonly digits: string
}

/** What the sections of a case are drawn from, and how they act. */
export type OlderList = 'messages' | 'history' | 'identityAccess'

export interface CaseForm {
  readonly view: ComplaintView
  readonly unit: TenantView
  readonly client: ServiceClient
  readonly secret: string
  readonly formWording: Wording
  readonly wording: PartWording['follow']
  readonly entries: Entries
  /** How each date was counted, once somebody asked; `null` where that failed. */
  readonly days: ClockDaysView | null | undefined
  readonly askForDays: () => void
  readonly askForOlder: (list: OlderList) => void
  /** Counts successful acts: files picked for one are not shown for the next. */
  readonly round: number
  readonly today: string
  readonly busy: FormName | undefined
  readonly confirming: FormName | undefined
  readonly problem: { readonly form: FormName; readonly sentence: string } | undefined
  readonly enter: (entries: Partial<Entries>) => void
  readonly confirm: (form: FormName | undefined) => void
  /** Sends the requests in order, or shows what is missing. */
  readonly perform: (form: FormName, requests: readonly Request[] | string) => void
  readonly download: (path: string, name: string) => void
  readonly goTo: (selector: string) => void
}

export const mayDo = ({ view }: CaseForm, act: ComplaintView['acts'][number]): boolean => view.acts.includes(act)

export function noEntries(unit: TenantView): Entries {
  const identity = { ...beginDraft(unit), privacy: 'named' } as const
  return {
    ...{ texts: {}, brings: [], stars: 0, solved: undefined, evidence: [], pendingUploads: 0, identity },
    ...{ corrected: {}, removed: [], requestKind: 'access', digits: '' },
  }
}

interface TextEntry {
  readonly name: TextName
  readonly label: string
  readonly hint?: string
  readonly limit: number | undefined
  readonly required: boolean
  readonly rows?: number
}

export function renderTextEntry({ entries, enter, formWording, problem, unit }: CaseForm, entry: TextEntry) {
  const { name, label, hint, limit, required, rows = 4 } = entry
  const text = entries.texts[name] ?? ''
  const refused = problem?.form === name
  const number = (value: number) => value.toLocaleString(unit.language)
  return html`
    <div class="field">
      <label for=${name}>
        ${label} ${required ? nothing : html`<span class="optional">(${formWording.optional})</span>`}
      </label>
      ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : nothing}
      <textarea
        id=${name}
        rows=${rows}
        autocomplete="off"
        aria-required=${required ? 'true' : nothing}
        aria-invalid=${refused ? 'true' : nothing}
        aria-describedby="${hint ? `${name}-hint` : ''} ${name}-problem"
        .value=${text}
        @input=${({ target }: FieldEvent) => enter({ texts: { ...entries.texts, [name]: target.value } })}
      ></textarea>
      ${
        limit
          ? html`<p class=${text.length > limit ? 'counter over' : 'counter'} aria-hidden="true">
              ${formWording.counter({ used: number(text.length), limit: number(limit) })}
            </p>`
          : nothing
      }
    </div>
  `
}

interface Fold {
  readonly id: string
  readonly title: string
  /** What the reader learns without opening it. */
  readonly brief?: string
}

/** Shows a part of the page behind its title, because few readers need it each time. */
export const renderFold = ({ id, title, brief = '' }: Fold, content: unknown) => html`
  <section aria-labelledby="${id}-title">
    <details class="fold">
      <summary><h3 id="${id}-title">${title}</h3> <span class="hint">${brief}</span></summary>
      ${content}
    </details>
  </section>
`

export const renderOlderButton = ({ view, wording, askForOlder }: CaseForm, list: OlderList) =>
  view.older
    ? html`<button type="button" class="plain" @click=${() => askForOlder(list)}>${wording.older}</button>`
    : nothing

interface SendButton {
  readonly form: FormName
  readonly label: string
  /** Makes the requests at the moment of sending, or the sentence that says what is missing. */
  readonly requests: () => readonly Request[] | string
  readonly isDanger?: boolean
  readonly isQuiet?: boolean
}

/** Shows the button of a form, with its failure and whether its act is running. */
export function renderSendButton(
  { busy, problem, wording, perform }: CaseForm,
  { form, label, requests, isDanger, isQuiet }: SendButton,
) {
  const isBusy = busy === form
  return html`
    <p class="problem" id="${form}-problem" tabindex="-1" ?hidden=${problem?.form !== form}>${problem?.sentence}</p>
    <button
      type="button"
      class=${isDanger ? 'danger' : isQuiet ? '' : 'primary'}
      aria-disabled=${isBusy ? 'true' : nothing}
      @click=${() => perform(form, requests())}
    >
      ${isBusy ? wording.sending : label}
    </button>
  `
}

/** Leaves a question without an act. */
export const renderCancelButton = ({ confirm, wording }: CaseForm) =>
  html`<button type="button" @click=${() => confirm(undefined)}>${wording.withdrawal.keep}</button>`

interface Confirmed extends SendButton {
  readonly ask: string
}

/** Asks twice for an act that cannot be undone. It asks in the page, not in a dialog of the browser. */
export function renderConfirmedButton(form: CaseForm, { ask, ...button }: Confirmed) {
  if (form.confirming !== button.form) {
    return html`<button type="button" @click=${() => form.confirm(button.form)}>${ask}</button>`
  }
  return html`
    <div class="actions">
      ${renderSendButton(form, button)} ${renderCancelButton(form)}
    </div>
  `
}

/** Reads the written text, or the sentence that says what is wrong with it. */
export function readText(
  { entries, wording, formWording, unit }: CaseForm,
  entry: TextEntry,
): { text: string } | string {
  const text = entries.texts[entry.name]?.trim() ?? ''
  if (!text && entry.required) return wording.missing({ label: entry.label })
  if (entry.limit && text.length > entry.limit) {
    return formWording.problems.tooLong({ label: entry.label, limit: entry.limit.toLocaleString(unit.language) })
  }
  return { text }
}

/** Asks how the reporter rates the handling, once that is possible. A given rating stays on the page. */
export function renderRating(form: CaseForm) {
  const { view, wording, unit, entries, enter } = form
  if (view.rating) {
    return html`<p class="note">${wording.rating.given({ stars: view.rating.stars })}</p>
      ${view.unsatisfied ? html`<p class="note asked" role="status">${view.unsatisfied.text}</p>` : nothing}`
  }
  if (!mayDo(form, 'rating')) return nothing
  const text = { name: 'rating', label: wording.rating.text, limit: unit.form.limits.reason, required: false } as const

  const requests = (): readonly Request[] | string => {
    const written = readText(form, text)
    if (typeof written === 'string') return written
    const { stars, solved } = entries
    if (stars === 0 || solved === undefined) return wording.rating.pick
    return [{ act: 'rating', body: { stars, solved, ...(written.text && written) } }]
  }
  const choice = (name: string, label: string, checked: boolean, choose: () => void) => html`
    <label class="check">
      <input type="radio" name=${name} .checked=${checked} @change=${choose} />
      <span>${label}</span>
    </label>
  `
  return html`
    <section aria-labelledby="rating-title">
      <h3 id="rating-title">${wording.rating.title}</h3>
      <fieldset>
        <legend>${wording.rating.solved}</legend>
        ${choice('solved', wording.rating.yes, entries.solved === true, () => enter({ solved: true }))}
        ${choice('solved', wording.rating.no, entries.solved === false, () => enter({ solved: false }))}
      </fieldset>
      <fieldset>
        <legend>${wording.rating.stars}</legend>
        ${[1, 2, 3, 4, 5].map((stars) =>
          choice('stars', wording.rating.star[stars - 1] ?? '', entries.stars === stars, () => enter({ stars })),
        )}
      </fieldset>
      ${renderTextEntry(form, text)} ${renderSendButton(form, { form: 'rating', label: wording.rating.send, requests })}
    </section>
  `
}
