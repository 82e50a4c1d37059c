import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DryRunView, RuleList } from '../../../service/contract/series.ts'
import { markOwnName, ownName, sayOwn, shownFor } from '../../page/own-words.ts'
import rulesWording from '../../texts/rules.json'
import { say } from '../../ui/say.ts'
import { WrittenPage } from '../written/written-page.ts'
import { type ShownRule, sayRule, type WrittenRule } from './rule-form.ts'

/** The rules of the unit, each as a sentence. One is switched on only after its dry run was shown. */
@customElement('rules-page')
export class RulesPage extends WrittenPage<RuleList, ShownRule, WrittenRule> {
  protected readonly kind = 'rules'
  protected readonly icon = 'settings'
  /** A new rule for this category is begun at once; empty for none. */
  @property() category = ''
  @state() private tried: ShownRule | null = null

  private readonly dryRun = new Task(this, {
    args: () => [this.tried] as const,
    task: async ([tried], { signal }): Promise<DryRunView | null> =>
      tried && this.client.call('POST /rules/dry-run', { params: this.inUnit, body: { when: tried.when }, signal }),
  })

  protected read(signal: AbortSignal) {
    return this.client.call('GET /rules', { params: this.inUnit, signal })
  }

  protected save(version: number, items: readonly WrittenRule[]) {
    const rules = items.map(({ id, name, isOn, when, does }) => ({ id, name, isOn, when, does }))
    return this.client.call('PUT /rules', { params: this.inUnit, body: { version, rules } })
  }

  protected get words() {
    return rulesWording(this.wording)
  }

  protected override async loadList(signal: AbortSignal) {
    await super.loadList(signal)
    if (this.category) this.edit('new')
  }

  protected renderOne(rule: ShownRule, list: RuleList) {
    const { words } = this
    const { name, isOn, off } = rule
    return html`
      <div class="spread">
        <strong>${ownName(name)}</strong>
        <span class="soft small">${isOn ? words.on : words.isOff}</span>
      </div>
      <p>${sayOwn(sayRule(rule, list, this.unit.view, this.wording))}</p>
      ${off ? html`<p class="small" role="note">${words.lacks[off.lacks]}</p>` : nothing}
    `
  }

  protected override renderSwitch(rule: ShownRule) {
    const { words } = this
    const { name, isOn } = rule
    const act = isOn ? words.switchOff : words.switchOn
    return html`<button class="quiet"
      @click=${() => (isOn ? this.write(this.replace(rule, { ...rule, isOn: false })) : this.tryOut(rule))}>${shownFor(act, words.of({ what: act, name: markOwnName(name) }))}</button>`
  }

  protected override mayRemove({ isOn }: ShownRule) {
    return !isOn
  }

  protected renderForm(one: ShownRule | null, list: RuleList) {
    return html`<rule-form .one=${one} .category=${this.category} .choices=${list} .save=${this.keep}></rule-form>`
  }

  protected override renderMore(list: RuleList) {
    const { tried } = this
    return html`<ui-dialog ?open=${tried !== null} heading=${this.words.confirmHeading({ name: tried?.name ?? '' })}
      close-label=${this.wording.common.close} @ui-close=${() => this.tryOut(null)}>
      ${tried ? this.renderDryRun(tried, list) : nothing}
    </ui-dialog>`
  }

  private renderDryRun(tried: ShownRule, list: RuleList) {
    const { words } = this
    const { formats, common } = this.wording
    return html`<div class="stack">
      <p>${sayOwn(sayRule(tried, list, this.unit.view, this.wording))}</p>
      ${this.renderLoaded(this.dryRun, (run) =>
        run
          ? html`<p role="status"><strong>${run.cases === 0 ? words.never : words.found({ count: run.cases })}</strong></p>
              ${run.isCut ? html`<p class="soft small">${words.cut({ day: formats.day(run.since) })}</p>` : nothing}
              ${run.withoutWords ? html`<p class="soft small">${words.withoutWords}</p>` : nothing}
              ${
                run.shown.length > 0
                  ? html`<ul class="plain">${run.shown.map(
                      ({ number, receivedAt }) =>
                        html`<li><a href="/admin/${this.unit.tenant}/cases/${number}">${number}</a> <span class="soft small">${formats.day(receivedAt)}</span></li>`,
                    )}</ul>`
                  : nothing
              }
              ${this.attempt.render()}
              <div class="row">
                <button class="primary" ?disabled=${this.attempt.isBusy} @click=${() => this.switchOn(tried)}>${words.switchOn}</button>
                <button value="cancel" class="quiet" @click=${() => this.tryOut(null)}>${common.cancel}</button>
              </div>`
          : nothing,
      )}
    </div>`
  }

  private tryOut(one: ShownRule | null) {
    this.tried = one
  }

  private switchOn(rule: ShownRule) {
    return this.attempt.run(async () => {
      await this.put(this.replace(rule, { ...rule, isOn: true }))
      this.tried = null
      say(this, this.words.switched)
    })
  }
}
