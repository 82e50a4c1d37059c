import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { OfferedSeries } from '../../../service/contract/series.ts'
import { problemCode } from '../../api/problems.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { controls } from '../../ui/controls.ts'
import '../../ui/dialog.ts'
import { markOwnName, ownName, sayOwn } from '../../page/own-words.ts'
import seriesWording from '../../texts/series.json'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

type Offered = OfferedSeries['items'][number]

/** After these the case, or the series, is another one than the person saw. */
const outdated = ['case/changed-meanwhile', 'case/wrong-status', 'series/changed-meanwhile', 'series/unknown']

/**
 * The series of acts that would be accepted on the case, each as a button; its steps are read before it is pressed.
 * @fires series-chosen - its steps are shown, so the menu around it must be
 * @fires series-over - it was ordered, or put aside
 */
@customElement('series-menu')
export class SeriesMenu extends PageElement {
  static override styles = [
    PageElement.styles,
    controls,
    css`
      :host {
        display: contents;
      }
      .act {
        justify-content: flex-start;
        border-color: transparent;
        background: transparent;
        color: var(--ink);
        font-weight: 500;
        text-align: start;
        overflow-wrap: anywhere;
      }
      ol {
        display: grid;
        gap: 12px;
        margin: 0;
        padding-inline-start: 24px;
      }
      .prose {
        white-space: pre-line;
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @state() private offered: readonly Offered[] = []
  @state() private chosen: Offered | null = null
  private readonly attempt = new Attempt(this)
  private looked = ''

  protected override updated(changed: PropertyValues) {
    // The first look is asked for by who opens the menu.
    if (changed.has('case') && this.looked !== '' && this.looked !== this.state) void this.look()
  }

  override render() {
    const words = seriesWording(this.wording)
    const { chosen } = this
    return html`${this.offered.map(
      (one) => html`<button class="act" @click=${() => this.choose(one)}>${icons.check}${ownName(one.name)}</button>`,
    )}
    <ui-dialog ?open=${chosen !== null} .heading=${ownName(chosen?.name ?? '')} close-label=${this.wording.common.close} @ui-close=${this.close}>
      ${
        chosen
          ? html`<div class="stack">
              <ol>${chosen.steps.map((step) => this.renderStep(step))}</ol>
              <p class="soft small">${words.window}</p>
              ${this.attempt.render()}
              <div class="row">
                <button class="primary" ?disabled=${this.attempt.isBusy} @click=${() => this.run(chosen)}>${this.attempt.isBusy ? words.running : words.run}</button>
                <button value="cancel" class="quiet" @click=${this.close}>${this.wording.common.cancel}</button>
              </div>
            </div>`
          : nothing
      }
    </ui-dialog>`
  }

  private renderStep({ act, who, label, on, text }: Offered['steps'][number]) {
    const { steps, gone, goneLabel } = seriesWording(this.wording)
    const what = {
      verify: steps.verify,
      dispatch: steps.dispatch({ name: who ?? gone }),
      'set-label': (on ? steps.on : steps.off)({ label: label ? markOwnName(label.name) : goneLabel }),
      note: steps.note,
      message: steps.message,
    }[act]
    return html`<li>${text ? html`<strong>${sayOwn(what)}</strong><div class="prose">${text}</div>` : sayOwn(what)}</li>`
  }

  /** Looks which series fit the case as it stands; others wait for the next look. */
  async look(): Promise<void> {
    this.looked = this.state
    const found = await this.client.call('GET /cases/{number}/series', { params: this.place }).catch(() => null)
    this.offered = found?.items ?? []
    await this.updateComplete
  }

  private get place() {
    return { tenant: this.unit.tenant, number: this.case.number }
  }

  private get state(): string {
    return `${this.case.number} ${this.case.revision}`
  }

  private choose(one: Offered) {
    this.attempt.refusal = ''
    this.chosen = one
    this.tell('series-chosen')
  }

  private close() {
    this.chosen = null
    this.tell('series-over')
  }

  private async run({ id, version }: Offered) {
    await this.attempt.run(async () => {
      const body = { revision: this.case.revision, series: id, version }
      try {
        const after = await this.client.call('POST /cases/{number}/series', { params: this.place, body })
        // What waits says so itself, with the way back.
        if (!after.timed.some(({ act }) => act === 'series')) say(this, seriesWording(this.wording).done)
        this.close()
        this.tell('case-changed', after)
      } catch (error) {
        if (outdated.includes(problemCode(error) ?? '')) {
          this.tell('case-outdated')
          void this.look()
        }
        throw error
      }
    })
  }

  private tell(event: string, detail?: unknown) {
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }))
  }
}
