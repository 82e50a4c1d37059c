import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import type { LetterLine } from '../../../service/contract/papers.ts'
import { PageElement } from '../../page/page-element.ts'
import '../../ui/dialog.ts'

@customElement('case-letters')
export class CaseLetters extends PageElement {
  static override styles = [
    PageElement.styles,
    css`
      ul {
        display: grid;
        gap: 12px;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @state() private items: readonly LetterLine[] = []
  @state() private opened: LetterLine | null = null

  /** The states of notices by letter. When they change, the letters are loaded again. */
  private get letterStates(): string {
    return this.case.notices
      .filter(({ channel, attempts }) => channel === 'letter' || attempts.some((one) => one.channel === 'letter'))
      .map(({ id, state: reached, attempts }) => `${id} ${reached} ${attempts.length}`)
      .join()
  }

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.case.number, this.letterStates] as const,
    task: async ([tenant, number, told], { signal }) => {
      this.items =
        told === ''
          ? []
          : (await this.client.call('GET /cases/{number}/letters', { params: { tenant, number }, signal })).items
    },
  })

  override render() {
    const { letters } = this.wording
    if (this.items.length === 0) return nothing
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading">${letters.ofCase}</h2>
      <ul class="plain">${this.items.map((letter) => this.renderLine(letter))}</ul>
      ${this.renderOpened()}
    </section>`
  }

  private renderLine(letter: LetterLine) {
    const { letters, formats } = this.wording
    const { kind, letterNumber, state: reached, changedAt, courierNumber } = letter
    return html`<li class="spread">
      <div>
        <strong>${letters.kinds[kind]}</strong>
        <p class="small">
          ${[letterNumber, letters.states[reached], formats.dayAndTime(changedAt)].filter(Boolean).join(' · ')}
          ${courierNumber ? html`<br>${letters.courier({ number: courierNumber })}` : nothing}
        </p>
      </div>
      <button type="button" class="quiet screen-only" @click=${() => this.onOpened(letter)}>
        ${letters.open}<span class="unseen"> ${letterNumber ?? letters.kinds[kind]}</span></button>
    </li>`
  }

  private renderOpened() {
    const { letters, common } = this.wording
    const { opened } = this
    const heading = opened ? (opened.letterNumber ?? letters.kinds[opened.kind]) : ''
    return html`<ui-dialog wide ?open=${opened !== null} heading=${heading} close-label=${common.close} @ui-close=${this.onClosed}>
      ${opened ? html`<letter-detail letter=${opened.id} @letter-changed=${this.onChanged}></letter-detail>` : nothing}
    </ui-dialog>`
  }

  private async onOpened(letter: LetterLine) {
    await import('./letter-detail.ts')
    this.opened = letter
  }

  private onClosed() {
    this.opened = null
  }

  private onChanged() {
    void this.loading.run()
    this.dispatchEvent(new CustomEvent('case-outdated'))
  }
}
