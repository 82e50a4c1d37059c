import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { IntakeRequestInput } from '../../../service/contract/complaint-request.ts'
import type { ReceiptView } from '../../../service/contract/complaint-view.ts'
import type { InboundView } from '../../../service/contract/inbound.ts'
import { inboundAddress } from '../../page/addresses.ts'
import { goTo } from '../../page/navigation.ts'
import { icons } from '../../ui/icons.ts'
import { EntryPage } from './entry-page.ts'
import { requestOf } from './file-intake.ts'
import type { WrittenIntake } from './intake-form.ts'
import './intake-form.ts'
import './intake-receipt.ts'
import type { Confirmed } from './read-back.ts'
import './read-back.ts'

/** Leads from writing a complaint down, through reading it back, to its receipt; then to the next person. */
@customElement('intake-page')
export class IntakePage extends EntryPage {
  static override styles = [
    EntryPage.styles,
    css`
      :host {
        display: grid;
        gap: 16px;
        grid-template-columns: minmax(0, 1fr);
        max-inline-size: 1120px;
      }
      .layout {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 300px;
        gap: 16px;
        align-items: start;
      }
      aside {
        position: sticky;
        inset-block-start: 16px;
      }
      aside ol {
        display: grid;
        gap: 8px;
        padding-inline-start: 20px;
      }
      @media (max-width: 1100px) {
        .layout {
          grid-template-columns: minmax(0, 1fr);
        }
        aside {
          position: static;
          order: -1;
        }
      }
    `,
  ]

  /** The message from outside that is entered; `null`: somebody is there, or called. */
  @property({ attribute: false }) message: InboundView | null = null
  /** Number and code went to a message's sender; `null`: nobody was to get them. */
  @state() private sentBack: boolean | null = null

  override render() {
    const { intake } = this.wording
    return html`
      <div class="screen-only">
        <h1>${this.message ? this.wording.inbound.completing : intake.heading}</h1>
        ${this.message ? nothing : html`<p class="soft">${intake.intro}</p>`}
      </div>
      ${this.receipt ? this.renderReceipt(this.receipt) : this.renderSteps()}
    `
  }

  private renderReceipt(receipt: ReceiptView) {
    return html`${this.sentBack === null ? nothing : this.renderSentBack(this.sentBack)}
      <intake-receipt .receipt=${receipt} next=${this.message ? this.wording.inbound.nextMessage : nothing} ?kept=${this.written?.draft.reportedStaff !== undefined}
      @next-person=${this.onNextPerson}></intake-receipt>`
  }

  private renderSentBack(isSent: boolean) {
    const { sentBack, notSentBack } = this.wording.inbound
    return html`<div class="banner ${isSent ? '' : 'danger'} screen-only" role="status">
      ${isSent ? icons.check : icons.alert}
      <p>${isSent ? sentBack : notSentBack}</p>
    </div>`
  }

  private renderSteps() {
    // The form stays while the words are read back: nothing that was typed may be lost by a correction.
    return html`<div class=${this.message ? '' : 'layout'}>
      ${keyed(
        this.person,
        html`<intake-form .message=${this.message} ?hidden=${this.written !== null} .refused=${this.refused} @intake-written=${this.onWritten}></intake-form>`,
      )}
      ${
        this.written
          ? html`<read-back .written=${this.written} refusal=${this.refusal} .naming=${this.naming} ?sending=${this.sending}
              @read-back-confirmed=${this.file} @read-back-corrected=${this.onCorrect}></read-back>`
          : nothing
      }
      ${this.message ? nothing : this.renderProcedure()}
    </div>`
  }

  private renderProcedure() {
    const { procedure } = this.unit.view
    return html`<aside class="card" aria-labelledby="procedure">
        <h2 id="procedure">${procedure.title}</h2>
        <p class="soft small">${this.wording.intake.procedureHint}</p>
        <ol class="small">${procedure.rules.map((rule) => html`<li>${rule}</li>`)}</ol>
      </aside>`
  }

  protected override onWritten(event: CustomEvent<WrittenIntake>) {
    super.onWritten(event)
    window.scrollTo(0, 0)
  }

  private onNextPerson() {
    if (this.message) goTo(inboundAddress(this.unit.tenant))
    else this.beginAnew()
  }

  private async file({ detail }: CustomEvent<Confirmed>) {
    if (!this.written || this.sending) return
    const request = requestOf(this.written, detail, this.wording.language)
    await this.fileBy(() =>
      this.message
        ? this.complete(this.message, request)
        : this.client.enterCase(this.unit.tenant, this.keys.for(request), request),
    )
    if (this.receipt) window.scrollTo(0, 0)
  }

  private async complete({ id }: InboundView, { channel: _, ...request }: IntakeRequestInput) {
    const message = { tenant: this.unit.tenant, id }
    const answersSender = this.written?.answersSender ?? false
    const receipt = await this.client.inbound.complete(message, { ...request, answersSender })
    this.sentBack = answersSender ? receipt.sentBack : null
    return receipt
  }
}
