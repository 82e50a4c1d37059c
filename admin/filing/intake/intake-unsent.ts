import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { UnsentIntakes } from '../../../service/contract/unsent.ts'
import type { ServiceClient } from '../../api/client.ts'
import { messageAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import { UnsentWords } from '../../page/unsent-words.ts'
import intakeWording from '../../texts/intake.json'
import unsentWording from '../../texts/unsent.json'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'
import '../../ui/dialog.ts'

export type WaitingIntake = UnsentIntakes['items'][number]

/** Where a complaint is typed: of somebody who is there, from paper or a call, or from a message. */
export type IntakePlace = 'counter' | 'paper' | 'message'

export const placeOf = (kind: string): IntakePlace =>
  kind.startsWith('counter-') ? 'counter' : kind.startsWith('message-') ? 'message' : 'paper'

export const messageOf = (kind: string): string => kind.slice('message-'.length)

const newKind = (place: IntakePlace): string =>
  `${place}-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`

/** Which of them this entry of the tab's history shows: a reload shows it again. It says nothing of its words. */
const remember = (draft: string | undefined) => history.replaceState({ ...history.state, draft }, '')
export const remembered = (): string => String(history.state?.draft ?? '')

/**
 * Keeps what is typed of a complaint that is not filed, on the service, for whom typed it. Several may wait: somebody
 * telephones while a letter is entered.
 */
export class IntakeKeeper {
  /** The one that is open; empty until something is typed. */
  kind = ''
  /** All that wait, the latest first, without a word of them. */
  waiting: readonly WaitingIntake[] = []
  readonly unsent: UnsentWords
  private readonly client: ServiceClient
  private readonly tenant: string
  private readonly changed: () => void

  constructor(client: ServiceClient, tenant: string, changed: () => void) {
    this.client = client
    this.tenant = tenant
    this.changed = changed
    this.unsent = UnsentWords.open(client, { tenant, form: 'intake' }, changed)
  }

  close() {
    this.unsent.close(this.changed)
  }

  async list(): Promise<void> {
    this.waiting = (await this.client.call('GET /intake-unsent', { params: { tenant: this.tenant } })).items
  }

  /** @returns `null` if it was filed or thrown away */
  async read(kind: string): Promise<FormData | null> {
    await this.unsent.load(kind)
    return this.unsent.get(kind) ?? null
  }

  keep(fields: FormData, place: IntakePlace, message = '') {
    if (this.kind === '') this.go(place === 'message' ? `message-${message}` : newKind(place))
    this.unsent.set(this.kind, fields)
  }

  nameFor(place: IntakePlace): string {
    if (this.kind === '') this.kind = newKind(place)
    return this.kind
  }

  putAside() {
    this.unsent.flush()
    this.go('')
  }

  /** The service dropped it with its filing. */
  filed(kind: string) {
    this.unsent.forget(kind)
    if (kind === this.kind) this.go('')
  }

  /** @throws what keeps the service from throwing it away; then it waits as before */
  async throwAway(kind: string): Promise<void> {
    const keepAgain = await this.unsent.pause(kind)
    try {
      await this.client.call('DELETE /intake-unsent/{kind}', { params: { tenant: this.tenant, kind } })
    } catch (error) {
      keepAgain()
      throw error
    }
    this.unsent.forget(kind)
    this.waiting = this.waiting.filter((one) => one.kind !== kind)
    if (kind === this.kind) this.go('')
  }

  go(kind: string) {
    this.kind = kind
    remember(kind || undefined)
  }
}

/**
 * Says which complaints the officer began and did not file, without a word of them, and throws one away on purpose.
 * @fires intake-continued - `detail` is the one that goes on
 * @fires intake-thrown-away - `detail` is the one that is gone
 * @fires intake-chosen - two devices wrote; `detail` is whose words go on: 'here' or 'elsewhere'
 */
@customElement('intake-unsent')
export class IntakeUnsent extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      :host {
        display: grid;
        gap: 8px;
        min-inline-size: 0;
      }
      ul {
        display: grid;
        gap: 4px;
      }
      li,
      .banner p,
      .kept {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin: 0;
      }
    `,
  ]

  @property({ attribute: false }) keeper!: IntakeKeeper
  /** Nobody began yet, so another one may go on. */
  @property({ type: Boolean }) free = false
  @property({ type: Boolean }) bare = false
  /** Names of files that must be picked again. */
  @property({ attribute: false }) lost: readonly string[] = []
  @property({ type: Number }) turn = 0
  @state() private asked = ''
  private readonly attempt = new Attempt(this)

  override render() {
    const { kind, unsent, waiting } = this.keeper
    const intake = intakeWording(this.wording)
    return html`${this.renderWarnings()}
      ${this.free && waiting.length > 0 ? this.renderWaiting(waiting) : nothing}
      ${
        unsent.has(kind)
          ? html`<p class="kept soft small">${this.bare ? nothing : html`${icons.check}${intake.keptForYou}`}
              <button type="button" class="quiet" @click=${() => this.ask(kind)}>${intake.throwAway}</button></p>`
          : nothing
      }
      <ui-dialog ?open=${this.asked !== ''} heading=${intake.throwAwayHeading} close-label=${this.wording.common.close} @ui-close=${() => this.ask('')}>
        <div class="stack">
          <p>${intake.throwAwayText}</p>
          ${this.attempt.render()}
          <div class="actions">
            <button value="cancel" class="primary" @click=${() => this.ask('')}>${this.wording.common.cancel}</button>
            <button class="danger" ?disabled=${this.attempt.isBusy} @click=${this.throwAway}>${intake.throwAway}</button>
          </div>
        </div>
      </ui-dialog>`
  }

  private renderWarnings() {
    const { kind, unsent } = this.keeper
    const intake = intakeWording(this.wording)
    const words = unsentWording(this.wording)
    const elsewhere = unsent.elsewhere.get(kind)
    const warn = (sentence: unknown) =>
      html`<div class="banner warn" role="status">${icons.alert}<p>${sentence}</p></div>`
    return html`${unsent.hasFailed ? warn(unsent.isClosed ? words.closed : words.notKept) : nothing}
      ${unsent.gone.has(kind) ? warn(intake.goneElsewhere) : nothing}
      ${this.lost.length > 0 ? warn(intake.pickAgain({ names: this.lost.join(', ') })) : nothing}
      ${
        elsewhere
          ? warn(html`${words.elsewhere({ form: intake.waitingAt[placeOf(kind)], at: this.wording.formats.dayAndTime(elsewhere.savedAt) })}
              <button type="button" @click=${() => this.tell('intake-chosen', 'elsewhere')}>${words.useElsewhere}</button>
              <button type="button" @click=${() => this.tell('intake-chosen', 'here')}>${words.useHere}</button>`)
          : nothing
      }`
  }

  private renderWaiting(waiting: readonly WaitingIntake[]) {
    const intake = intakeWording(this.wording)
    return html`<section aria-labelledby="waiting">
      <h2 id="waiting" class="small">${icons.edit} ${unsentWording(this.wording).yours}</h2>
      <ul class="plain">${waiting.map((one) => this.renderOne(one, intake))}</ul>
    </section>`
  }

  private renderOne({ kind, savedAt }: WaitingIntake, intake: ReturnType<typeof intakeWording>) {
    const place = placeOf(kind)
    return html`<li class="small">
      <span>${intake.waitingAt[place]} · ${this.wording.formats.dayAndTime(savedAt)}</span>
      ${
        place === 'message'
          ? html`<a class="button" href=${messageAddress(this.unit.tenant, messageOf(kind))}>${intake.goOn}</a>`
          : html`<button type="button" @click=${() => this.tell('intake-continued', kind)}>${intake.goOn}</button>`
      }
      <button type="button" class="quiet" @click=${() => this.ask(kind)}>${intake.throwAway}</button>
    </li>`
  }

  private ask(kind: string) {
    this.attempt.refusal = ''
    this.asked = kind
  }

  private readonly throwAway = () => {
    const { asked } = this
    void this.attempt.run(async () => {
      await this.keeper.throwAway(asked)
      this.asked = ''
      this.tell('intake-thrown-away', asked)
    })
  }

  private tell(event: string, detail: string) {
    this.dispatchEvent(new CustomEvent(event, { detail }))
  }
}
