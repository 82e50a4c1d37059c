import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { messageAddress } from '../../page/addresses.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { icons } from '../../ui/icons.ts'
import { intakeWording } from '../../wording/intake-wording.ts'
import { unsentWording } from '../../wording/unsent-wording.ts'
import { type IntakeKeeper, messageOf, placeOf, type WaitingIntake } from './intake-keeper.ts'
import '../../ui/dialog.ts'

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
  /** Fewest words, where each step must fit a tablet's screen. */
  @property({ type: Boolean }) bare = false
  /** Names of files that must be picked again. */
  @property({ attribute: false }) lost: readonly string[] = []
  /** Changes with what is kept, so that the lines are drawn anew. */
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
      ${this.lost.length > 0 ? warn(intake.pickAgain(this.lost.join(', '))) : nothing}
      ${
        elsewhere
          ? warn(html`${words.elsewhere(intake.waitingAt[placeOf(kind)], this.wording.formats.dayAndTime(elsewhere.savedAt))}
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
