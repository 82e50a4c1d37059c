import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { LabelView } from '../../service/contract/labels.ts'
import type { Perform } from '../desk/acts/perform.ts'
import { labelChip, labelLooks } from '../page/label-chips.ts'
import { markOwnName, onlyNameShown } from '../page/own-words.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { icons } from '../ui/icons.ts'
import { say } from '../ui/say.ts'
import { labelsWording } from '../wording/labels-wording.ts'

/** The labels of a case: one press sets one or takes it off. */
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
    const sentence = labelsWording(this.wording).takeOff(markOwnName(label.name))
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
      say(this, changed ? words.changed : on ? words.set(name) : words.unset(name))
      if (!changed) this.isChoosing = false
    })
    // The button goes with its label, so the focus must stay somewhere.
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.open, button')?.focus()
  }
}
