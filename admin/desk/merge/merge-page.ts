import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { CaseView, SimilarCases } from '../../../service/contract/case-view.ts'
import { caseAddress, mergeAddress } from '../../page/addresses.ts'
import { badges, statusBadge } from '../../page/case-badges.ts'
import { KeptForm } from '../../page/kept-form.ts'
import { goTo } from '../../page/navigation.ts'
import { sayOwn } from '../../page/own-words.ts'
import { PageElement } from '../../page/page-element.ts'
import actWords from '../../texts/act-words.json'
import mergeWording from '../../texts/merge.json'
import { Attempt } from '../../ui/attempt.ts'
import { pendingState } from '../../ui/controls.ts'
import { radioField, textField } from '../../ui/field.ts'
import { fields } from '../../ui/fields.ts'
import { formIn, optionalTextIn, textIn } from '../../ui/form.ts'
import { icons } from '../../ui/icons.ts'
import { MediaMatch } from '../../ui/media-match.ts'
import { say } from '../../ui/say.ts'
import { type Compared, canJoin, compareCases, mergeLooks } from './compared.ts'

/** Two cases side by side, and the way to make one of them. Without another case: those that may be about the same. */
@customElement('merge-page')
export class MergePage extends PageElement {
  static override styles = [PageElement.styles, fields, badges, mergeLooks]

  @property() number = ''
  /** The number of the other case; empty while it is chosen. */
  @property() other = ''
  @state() private numberError = ''
  @state() private leading = ''
  /** What was written for a merge that was taken back. */
  private because = ''
  @query('#merging') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this)
  private readonly kept = new KeptForm(
    this,
    () => {
      const { number, other } = this
      return { client: this.client, tenant: this.unit.tenant, number, kind: `merge-${other}` }
    },
    { form: '#merging' },
  )
  private readonly narrow = new MediaMatch(this, '(max-width: 760px)')

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant, this.number, this.other, this.wording.language] as const,
    task: async ([tenant, number, other], { signal }) => {
      this.attempt.refusal = ''
      if (!other)
        return {
          similar: (await this.client.call('GET /cases/{number}/similar', { params: { tenant, number }, signal }))
            .items,
        }
      const [one, second, { items: unsent }] = await Promise.all([
        this.client.call('GET /cases/{number}', { params: { tenant, number }, signal }),
        this.client.call('GET /cases/{number}', { params: { tenant, number: other }, signal }),
        this.client.call('GET /cases/{number}/unsent', { params: { tenant, number }, signal }),
      ])
      const kept = unsent.find(({ kind }) => kind === 'merge')?.fields ?? []
      this.because = kept.find(({ name }) => name === 'because')?.value ?? ''
      this.leading = [second, one].find((lead) => canJoin(lead === one ? second : one, lead))?.number ?? ''
      return { pair: [one, second] as const }
    },
  })

  override render() {
    const merge = mergeWording(this.wording)
    return html`
      <a class="back" href=${caseAddress(this.unit.tenant, this.number)}>${icons.left}${merge.back({ number: this.number })}</a>
      <div>
        <h1>${merge.heading({ number: this.number })}</h1>
        <p class="soft">${merge.intro}</p>
      </div>
      ${this.loading.render({
        pending: () => pendingState(merge.loading),
        error: (error) =>
          html`${this.renderFailure(error, () => void this.loading.run())}
            ${this.other ? this.renderOtherLink() : nothing}`,
        complete: ({ similar, pair }) => (pair ? this.renderPair(pair) : this.renderChoice(similar ?? [])),
      })}
    `
  }

  private renderChoice(similar: SimilarCases['items']) {
    const merge = mergeWording(this.wording)
    return html`
      <section class="card" aria-labelledby="similar">
        <div>
          <h2 id="similar">${merge.similar}</h2>
          <p class="soft small">${merge.similarHint}</p>
        </div>
        ${
          similar.length === 0
            ? html`<p>${merge.noneSimilar}</p>`
            : html`<ul class="plain candidates">${similar.map((one) => this.renderCandidate(one))}</ul>`
        }
        <form role="search" novalidate @submit=${this.onNumber}>
          ${textField({ name: 'number', label: merge.number, error: this.numberError })}
          <button>${merge.compare}</button>
        </form>
      </section>
    `
  }

  private renderCandidate({ number, subject, status, receivedAt, shared, nearDate }: SimilarCases['items'][number]) {
    const { formats } = this.wording
    const merge = mergeWording(this.wording)
    const why = [merge.shared({ words: shared }), ...(nearDate ? [merge.nearDate] : [])].join(' · ')
    return html`<li>
      <a href=${mergeAddress(this.unit.tenant, this.number, number)}>${number}</a>
      ${statusBadge(status, this.wording)}
      <span class="subject">${subject}</span>
      <span class="soft small">${formats.day(receivedAt)} · ${why}</span>
    </li>`
  }

  private renderOtherLink() {
    return html`<p><a href=${mergeAddress(this.unit.tenant, this.number)}>${mergeWording(this.wording).chooseOther}</a></p>`
  }

  private renderPair([one, other]: readonly [CaseView, CaseView]) {
    const parts = compareCases(one, other, this.wording, this.unit.view)
    return html`
      ${this.renderOtherLink()}
      ${this.narrow.holds ? this.renderStacked(one, other, parts) : this.renderTable(one, other, parts)}
      ${this.renderForm(one, other)}
    `
  }

  private renderTable(one: CaseView, other: CaseView, parts: readonly Compared[]) {
    const merge = mergeWording(this.wording)
    return html`<table>
      <caption class="unseen">${merge.side}</caption>
      <thead>
        <tr>
          <th scope="col"><span class="unseen">${merge.part}</span></th>
          <th scope="col">${one.number}</th>
          <th scope="col">${other.number}</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          (part) => html`<tr class=${part.same ? '' : 'differs'}>
            <th scope="row">${part.term}${this.renderMark(part)}</th>
            <td class=${part.long ? 'prose' : ''}>${sayOwn(part.one)}</td>
            <td class=${part.long ? 'prose' : ''}>${sayOwn(part.other)}</td>
          </tr>`,
        )}
      </tbody>
    </table>`
  }

  private renderStacked(one: CaseView, other: CaseView, parts: readonly Compared[]) {
    return html`<div class="stacked">
      ${parts.map(
        (part) => html`<section class=${part.same ? '' : 'differs'}>
          <h2>${part.term}${this.renderMark(part)}</h2>
          ${
            part.same
              ? html`<p class="prose">${sayOwn(part.one)}</p>`
              : html`<dl>
                <dt>${one.number}</dt>
                <dd class="prose">${sayOwn(part.one)}</dd>
                <dt>${other.number}</dt>
                <dd class="prose">${sayOwn(part.other)}</dd>
              </dl>`
          }
        </section>`,
      )}
    </div>`
  }

  private renderMark({ same }: Compared) {
    const merge = mergeWording(this.wording)
    return html`<span class="mark-word">${same ? merge.same : merge.differs}</span>`
  }

  private renderForm(one: CaseView, other: CaseView) {
    const { common, acts } = this.wording
    const merge = mergeWording(this.wording)
    const ways = [other, one].map((lead) => ({ lead, joining: lead === one ? other : one }))
    const open = ways.filter(({ lead, joining }) => canJoin(joining, lead))
    if (open.length === 0) return html`<div class="banner warn">${icons.alert}<p>${merge.neither}</p></div>`
    return html`<form id="merging" class="card" novalidate @submit=${this.onMerge}>
      ${this.kept.render(this.wording)} ${this.attempt.render()}
      ${radioField({
        name: 'leading',
        label: merge.direction,
        value: this.leading,
        chosen: (value) => {
          this.leading = value
        },
        options: open.map(({ lead, joining }) => ({
          value: lead.number,
          label: merge.leads({ number: lead.number }),
          hint: merge.leadsHint({ other: joining.number }),
        })),
      })}
      ${textField({
        name: 'because',
        label: merge.because,
        hint: merge.becauseHint,
        optional: common.optional,
        value: this.because,
        rows: 2,
        limit: this.unit.view.form.limits.reason,
      })}
      <div><button class="primary" ?disabled=${this.attempt.isBusy}>${this.attempt.isBusy ? acts.sending : merge.submit}</button></div>
    </form>`
  }

  private onNumber(event: SubmitEvent) {
    event.preventDefault()
    const merge = mergeWording(this.wording)
    const number = textIn(new FormData(formIn(event)), 'number').toUpperCase()
    this.numberError =
      number === this.number ? merge.itself : /^[A-Z][A-Z0-9]*-\d{4}-\d+$/.test(number) ? '' : merge.numberShape
    if (this.numberError === '') goTo(mergeAddress(this.unit.tenant, this.number, number))
  }

  private async onMerge(event: SubmitEvent) {
    event.preventDefault()
    const pair = this.loading.value?.pair
    const leading = pair?.find(({ number }) => number === this.leading)
    const joining = pair?.find((one) => one !== leading)
    if (!leading || !joining) return
    const body = { into: leading.number, because: optionalTextIn(new FormData(this.form), 'because') }
    await this.attempt.run(async () => {
      const { tenant } = this.unit
      const order = { params: { tenant, number: joining.number }, body: { revision: joining.revision, ...body } }
      const { timed } = await this.kept.send((client) => client.call('POST /cases/{number}/timed/merge', order))
      if (timed.length > joining.timed.length) return goTo(caseAddress(tenant, joining.number))
      // It could not wait, so there is nothing to take back.
      say(this, actWords(this.wording).merge.done)
      goTo(caseAddress(tenant, leading.number))
    })
  }
}
