import { css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { RetentionView } from '../../../service/contract/keeping.ts'
import { caseAddress } from '../../page/addresses.ts'
import { ownWords } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { isTicked } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'

export const retentionLooks = css`
  .lines {
    display: grid;
    gap: 4px;
  }
  .lines > li {
    display: grid;
    gap: 2px;
    padding: 8px 0;
    border-block-end: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .lines > li:last-child {
    border-block-end: 0;
  }
  .lines .icon {
    vertical-align: -4px;
  }
`

type Due = RetentionView['records'][number]

@customElement('due-list')
export class DueList extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    retentionLooks,
    css`
      form {
        display: grid;
        gap: 12px;
      }
    `,
  ]

  @property() act: 'destroy-cases' | 'erase-identities' = 'destroy-cases'
  @property({ attribute: false }) items: readonly Due[] = []
  @state() private chosen: ReadonlySet<string> = new Set()
  @state() private error = ''
  @query('textarea') private readonly reason!: HTMLTextAreaElement
  private readonly attempt = new Attempt(this)

  override render() {
    const { retention } = this.wording
    const isAll = this.chosen.size === this.items.length
    return html`<form novalidate @submit=${this.propose}>
      <div class="spread">
        <label class="choice"><input type="checkbox" .checked=${isAll} @change=${this.chooseAll}><span>${retention.all}</span></label>
        <span class="soft small" role="status">${retention.chosen({ count: this.chosen.size })}</span>
      </div>
      <ul class="plain lines">${this.items.map((one) => this.renderDue(one))}</ul>
      ${textField({
        name: `${this.act}-reason`,
        label: retention.reason[this.act],
        hint: retention.reasonHint,
        rows: 2,
        limit: this.unit.view.form.limits.reason,
        error: this.error,
      })}
      ${this.attempt.render()}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${retention.propose[this.act]}</button></div>
    </form>`
  }

  private renderDue({ number, categoryLabel, endingLabel, endedAt, from, files }: Due) {
    const { retention, formats } = this.wording
    const choose = (event: Event) => this.choose(number, isTicked(event))
    return html`<li>
      <label class="choice">
        <input type="checkbox" .checked=${this.chosen.has(number)} @change=${choose}>
        <span><strong>${number}</strong> <span class="below">${ownWords(this.unit.view, categoryLabel)}${endingLabel ? ` · ${endingLabel}` : ''}</span></span>
      </label>
      <span class="soft small">
        ${retention.ended({ day: formats.day(endedAt) })} · ${retention.from({ day: formats.day(from) })} · ${retention.files({ count: files })}
        · <a href=${caseAddress(this.unit.tenant, number)}>${retention.look}<span class="unseen"> ${number}</span></a>
      </span>
    </li>`
  }

  private choose(number: string, on: boolean) {
    const chosen = new Set(this.chosen)
    if (on) chosen.add(number)
    else chosen.delete(number)
    this.chosen = chosen
  }

  private chooseAll(event: Event) {
    const isAll = isTicked(event)
    this.chosen = new Set(isAll ? this.items.map(({ number }) => number) : [])
  }

  private async propose(event: Event) {
    event.preventDefault()
    const { retention, common } = this.wording
    const reason = this.reason.value.trim()
    this.error = reason ? '' : common.required
    this.attempt.refusal = this.chosen.size === 0 ? retention.noneChosen : ''
    if (this.error || this.attempt.refusal) return
    await this.attempt.run(async () => {
      await this.client.call('POST /approvals', {
        params: this.inUnit,
        body: { act: this.act, reason, cases: [...this.chosen] },
      })
      this.chosen = new Set()
      this.reason.value = ''
      say(this, retention.proposed)
      this.dispatchEvent(new CustomEvent('retention-proposed'))
    })
  }
}
