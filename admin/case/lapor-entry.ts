import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { laporBelow, laporFields } from '../../service/case/shape/story-fields.ts'
import type { CaseView } from '../../service/contract/case-view.ts'
import type { PreparedEntryView } from '../../service/contract/transfers.ts'
import { KeptForm } from '../page/kept-form.ts'
import { PageElement } from '../page/page-element.ts'
import factsWording from '../texts/facts.json'
import laporWording from '../texts/lapor.json'
import { Attempt } from '../ui/attempt.ts'
import '../ui/copy-button.ts'
import { LeakCheck } from '../page/leak-check.ts'
import { textField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { formIn, isTicked, textIn } from '../ui/form.ts'
import { icons } from '../ui/icons.ts'

/** A day as the national channel's form takes it, `20/11/2026`. */
const asTyped = (day: string | null) => day?.split('-').reverse().join('/') ?? null

@customElement('lapor-entry')
export class LaporEntry extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      :host,
      form,
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 12px;
      }
      dl > div {
        display: grid;
        gap: 4px;
        justify-items: start;
      }
      dt {
        color: var(--ink-soft);
        font-size: var(--size-small);
      }
      dd {
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) case!: CaseView
  @state() private entry: PreparedEntryView | null = null
  @state() private isNamed = false
  @state() private error = ''
  private readonly attempt = new Attempt(this)
  private readonly kept = new KeptForm(this, () => {
    const { number } = this.case
    return { client: this.client, tenant: this.unit.tenant, number, kind: 'lapor' }
  })
  private readonly leaks = new LeakCheck(this)

  override render() {
    return this.entry ? this.renderEntry(this.entry) : this.renderQuestion()
  }

  private renderQuestion() {
    const lapor = laporWording(this.wording)
    const { identity, privacy } = this.case
    const limit = this.unit.view.form.limits.reason
    return html`<form class="screen-only" novalidate @submit=${this.show}>
      <p class="soft small">${lapor.prepareHint}</p>
      ${this.kept.render(this.wording)}
      ${
        privacy === 'named' && identity.mayOpen
          ? html`<label class="choice">
              <input type="checkbox" name="named" .checked=${this.isNamed} @change=${this.toggle}>
              <span>${lapor.withIdentity}<span class="hint">${lapor.withIdentityHint}</span></span>
            </label>`
          : nothing
      }
      ${this.isNamed ? textField({ name: 'reason', label: lapor.identityReason, rows: 2, limit, error: this.error }) : nothing}
      ${this.leaks.render(this.wording, limit)} ${this.attempt.render()}
      <div class="actions">
        <button class="primary" ?disabled=${this.attempt.isBusy}>${lapor.show}</button>
        <button value="cancel" type="button" class="quiet" @click=${this.close}>${this.wording.common.cancel}</button>
      </div>
    </form>`
  }

  private renderEntry(entry: PreparedEntryView) {
    const lapor = laporWording(this.wording)
    const { fields: names } = lapor
    const { identity, attachments, withheld } = entry
    const facts = factsWording(this.wording)
    const parts: readonly (readonly [string, string | null])[] = [
      [names.title, entry.title],
      [names.content, this.contentOf(entry)],
      ...laporFields.map(
        ({ name, kind }) => [facts[name].inLapor, kind === 'day' ? asTyped(entry[name]) : entry[name]] as const,
      ),
      [names.office, entry.office],
      [names.category, entry.category],
      [names.attachments, attachments.join('\n') || null],
      [names.withheld, withheld.join('\n') || null],
      ...(identity
        ? ([
            [names.name, identity.name],
            [names.phone, identity.phone],
            [names.email, identity.email],
            [names.address, identity.address],
          ] as const)
        : []),
    ]
    return html`
      <div class="banner warn" role="status">${icons.lock}<p>${entry.unnamed ? lapor.secretAndUnnamed : lapor.secret}</p></div>
      <dl>${parts.map(([name, text]) => this.renderPart(name, text))}</dl>
      <div class="actions screen-only"><button @click=${this.close}>${lapor.hide}</button></div>
    `
  }

  private renderPart(name: string, text: string | null) {
    const lapor = laporWording(this.wording)
    if (text === null) return html`<div><dt>${name}</dt><dd class="soft">${lapor.empty}</dd></div>`
    return html`<div>
      <dt>${name}</dt>
      <dd class="prose">${text}</dd>
      <dd class="screen-only"><ui-copy .text=${text} label=${lapor.copy({ field: name.toLowerCase() })} done-label=${lapor.copied}></ui-copy></dd>
    </div>`
  }

  private contentOf(entry: PreparedEntryView): string {
    const facts = factsWording(this.wording)
    const below = laporBelow
      .filter(({ name }) => entry[name])
      .map(({ name }) => `${facts[name].inLapor}: ${entry[name]}`)
    return [entry.chronology, ...below].join('\n\n')
  }

  private toggle(event: Event) {
    this.isNamed = isTicked(event)
  }

  private async show(event: Event) {
    event.preventDefault()
    const written = new FormData(formIn(event))
    const reason = textIn(written, 'reason')
    this.error = this.isNamed && !reason ? this.wording.common.required : ''
    if (this.error) return
    const identity = this.isNamed ? { identity: { ground: 'other' as const, reason } } : {}
    const request = { ...identity, ...this.leaks.reasonIn(written) }
    await this.attempt.run(async () => {
      try {
        const { tenant } = this.unit
        this.entry = await this.kept.send((client) =>
          client.call('POST /cases/{number}/lapor-entry', {
            params: { tenant, number: this.case.number },
            body: request,
          }),
        )
        if (this.isNamed) this.dispatchEvent(new CustomEvent('case-outdated'))
      } catch (error) {
        if (!this.leaks.takes(error)) throw error
      }
    })
  }

  private close() {
    this.entry = null
    this.dispatchEvent(new CustomEvent('entry-closed'))
  }
}
