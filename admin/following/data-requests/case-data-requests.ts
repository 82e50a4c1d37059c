import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CaseView } from '../../../service/contract/case-view.ts'
import { badges } from '../../page/case-badges.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { LeakFormElement } from '../../page/leak-form-element.ts'
import { PageElement } from '../../page/page-element.ts'
import { radioField, textField } from '../../ui/field.ts'
import { insetForm } from '../../ui/fields.ts'
import { textIn } from '../../ui/form.ts'
import { say } from '../../ui/say.ts'

@customElement('data-answer-form')
export class DataAnswerForm extends LeakFormElement {
  static override styles = [LeakFormElement.styles, insetForm]

  @property() number = ''
  @property() request = ''
  @state() private granted: string | undefined
  private readonly kept = new KeptForm(this, () => {
    const { number, request } = this
    return { client: this.client, tenant: this.unit.tenant, number, kind: `data-${request}` }
  })

  override render() {
    const { dataRequests, acts } = this.wording
    const { limits } = this.unit.view.form
    return html`<form novalidate @submit=${this.onSubmit}>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      ${radioField({
        name: 'granted',
        label: dataRequests.decision,
        value: this.granted,
        chosen: this.onChosen,
        error: this.attempt.errors.granted,
        options: [
          { value: 'yes', label: dataRequests.grant },
          { value: 'no', label: dataRequests.refuse },
        ],
      })}
      ${textField({
        name: 'text',
        label: dataRequests.text,
        hint: dataRequests.textHint,
        rows: 4,
        limit: limits.message,
        error: this.attempt.errors.text,
      })}
      ${this.leaks.render(this.wording, limits.reason)}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? acts.sending : dataRequests.answer}</button></div>
    </form>`
  }

  private readonly onChosen = (value: string) => {
    this.granted = value
  }

  protected async send(written: FormData) {
    const answer = { granted: this.granted === 'yes', text: textIn(written, 'text'), ...this.leaks.reasonIn(written) }
    const { tenant } = this.unit
    const now = await this.kept.send((client) =>
      client.call('POST /cases/{number}/data-requests/{id}/answer', {
        params: { tenant, number: this.number, id: this.request },
        body: answer,
      }),
    )
    say(this, this.wording.dataRequests.answered)
    this.dispatchEvent(new CustomEvent('case-changed', { detail: now, bubbles: true, composed: true }))
  }
}

type Request = CaseView['dataRequests'][number]

@customElement('case-data-requests')
export class CaseDataRequests extends PageElement {
  static override styles = [
    PageElement.styles,
    badges,
    css`
      ul,
      li {
        display: grid;
        gap: 12px;
      }
      li {
        gap: 8px;
        padding-block-start: 12px;
        border-block-start: 1px solid var(--line);
        overflow-wrap: anywhere;
      }
      .answer {
        padding-inline-start: 12px;
        border-inline-start: 3px solid var(--line-strong);
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView

  override render() {
    if (this.case.dataRequests.length === 0) return nothing
    return html`<section class="card" aria-labelledby="heading">
      <h2 id="heading" tabindex="-1">${this.wording.dataRequests.heading}</h2>
      <ul class="plain">${[...this.case.dataRequests].reverse().map((request) => this.renderRequest(request))}</ul>
    </section>`
  }

  private renderRequest(request: Request) {
    const { dataRequests, formats } = this.wording
    const { at, kindLabel, text, explanation, answer } = request
    return html`<li>
      <div class="spread"><strong>${kindLabel}</strong>${this.renderState(request)}</div>
      <p class="soft small">${formats.dayAndTime(at)} · ${explanation}</p>
      ${text === null ? html`<p class="soft">${dataRequests.hidden}</p>` : html`<p class="prose">${text}</p>`}
      ${
        answer
          ? html`<div class="answer">
              ${answer.text === null ? nothing : html`<p class="prose">${answer.text}</p>`}
              <p class="soft small">${answer.by} · ${formats.dayAndTime(answer.at)}</p>
            </div>`
          : this.renderWaiting(request)
      }
    </li>`
  }

  private renderState({ answer, overdue, dueAt }: Request) {
    const { dataRequests, formats } = this.wording
    if (answer) {
      return html`<span class="badge done">${answer.granted ? dataRequests.granted : dataRequests.refused}</span>`
    }
    return overdue
      ? html`<span class="badge alarm">${dataRequests.overdue}</span>`
      : html`<span class="badge waiting">${dataRequests.due({ moment: formats.dayAndTime(dueAt) })}</span>`
  }

  private renderWaiting({ id }: Request) {
    if (!this.case.mayAnswerDataRequests) return nothing
    return html`<data-answer-form class="screen-only" number=${this.case.number} request=${id}></data-answer-form>`
  }
}
