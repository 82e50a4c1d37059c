import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DryRunView, RuleList } from '../../../service/contract/rules.ts'
import { unitPath } from '../../api/paths.ts'
import { cardList } from '../../page/card-list.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import '../../ui/empty-state.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { rulesWording } from '../../wording/rules-wording.ts'
import './rule-form.ts'
import { type ShownRule, sayRule, type WrittenRule } from './rule-sentence.ts'

/** The rules of the unit, each as a sentence. One is switched on only after its dry run was shown. */
@customElement('rules-page')
export class RulesPage extends PageElement {
  static override styles = [
    PageElement.styles,
    pageColumn,
    cardList,
    css`
      summary {
        font-weight: 600;
        cursor: pointer;
      }
    `,
  ]

  /** A new rule for this category is begun at once; empty for none. */
  @property() category = ''
  @state() private list: RuleList | null = null
  /** The one that is changed; `new`: one more. */
  @state() private edited: ShownRule | 'new' | null = null
  /** The one that somebody wants to switch on, and on what it would have acted. */
  @state() private tried: ShownRule | null = null
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.list = await this.client.call('GET', `${unitPath(tenant)}/rules`, { signal })
      if (this.category) this.edit('new')
    },
  })

  private readonly dryRun = new Task(this, {
    args: () => [this.tried] as const,
    task: async ([tried], { signal }): Promise<DryRunView | null> =>
      tried &&
      this.client.call('POST', `${unitPath(this.unit.tenant)}/rules/dry-run`, { body: { when: tried.when }, signal }),
  })

  override render() {
    const words = rulesWording(this.wording)
    return html`
      <div class="spread">
        <h1>${this.wording.app.rules}</h1>
        <button class="primary" ?disabled=${!this.list} @click=${() => this.edit('new')}>${icons.add}${words.add}</button>
      </div>
      <p class="soft">${words.intro}</p>
      ${this.list ? this.renderList(this.list) : this.renderLoaded(this.loading)}
    `
  }

  private renderList(list: RuleList) {
    const words = rulesWording(this.wording)
    const { common } = this.wording
    const { edited, tried } = this
    return html`
      ${this.attempt.render()}
      ${
        list.rules.length === 0
          ? html`<ui-empty icon="settings" heading=${words.empty} text=${words.emptyText}></ui-empty>`
          : html`<ul class="plain list" aria-label=${this.wording.app.rules}>${list.rules.map((rule, at) => this.renderOne(rule, at, list))}</ul>`
      }
      ${this.renderChanges(list)}
      <ui-dialog wide ?open=${edited !== null} heading=${edited === 'new' ? words.add : (edited?.name ?? '')}
        close-label=${common.close} @ui-close=${() => this.edit(null)}>
        ${
          edited
            ? html`<rule-form .rule=${edited === 'new' ? null : edited} .category=${this.category} .choices=${list} .save=${this.keep}></rule-form>`
            : nothing
        }
      </ui-dialog>
      <ui-dialog ?open=${tried !== null} heading=${words.confirmHeading(tried?.name ?? '')} close-label=${common.close} @ui-close=${() => this.tryOut(null)}>
        ${tried ? this.renderDryRun(tried, list) : nothing}
      </ui-dialog>
    `
  }

  private renderOne(rule: ShownRule, at: number, list: RuleList) {
    const words = rulesWording(this.wording)
    const { name, isOn, off } = rule
    return html`<li>
      <div class="spread">
        <strong>${name}</strong>
        <span class="soft small">${isOn ? words.on : words.isOff}</span>
      </div>
      <p>${sayRule(rule, list, this.unit.view, this.wording)}</p>
      ${off ? html`<p class="small" role="note">${words.lacks[off.lacks]}</p>` : nothing}
      <div class="row">
        <button class="quiet" aria-label=${words.of(isOn ? words.switchOff : words.switchOn, name)}
          @click=${() => (isOn ? this.write(this.replace(rule, { ...rule, isOn: false })) : this.tryOut(rule))}>
          ${isOn ? words.switchOff : words.switchOn}</button>
        <button class="quiet" aria-label=${words.of(words.change, name)} @click=${() => this.edit(rule)}>${icons.edit}${words.change}</button>
        ${
          at > 0
            ? html`<button class="quiet" aria-label=${words.of(words.earlier, name)} @click=${() => this.moveUp(at)}>${words.earlier}</button>`
            : nothing
        }
        ${
          isOn
            ? nothing
            : html`<button class="quiet only-icon" aria-label=${words.of(words.remove, name)}
                @click=${() => this.write(list.rules.filter((one) => one !== rule))}>${icons.remove}</button>`
        }
      </div>
    </li>`
  }

  private renderDryRun(tried: ShownRule, list: RuleList) {
    const words = rulesWording(this.wording)
    const { formats, common } = this.wording
    return html`<div class="stack">
      <p>${sayRule(tried, list, this.unit.view, this.wording)}</p>
      ${this.renderLoaded(this.dryRun, (run) =>
        run
          ? html`<p role="status"><strong>${run.cases === 0 ? words.never : words.found(run.cases)}</strong></p>
              ${run.isCut ? html`<p class="soft small">${words.cut(formats.day(run.since))}</p>` : nothing}
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
                <button class="quiet" @click=${() => this.tryOut(null)}>${common.cancel}</button>
              </div>`
          : nothing,
      )}
    </div>`
  }

  private renderChanges({ changes }: RuleList) {
    const words = rulesWording(this.wording)
    const { formats } = this.wording
    if (changes.length === 0) return nothing
    return html`<details>
      <summary>${words.history}</summary>
      <ul class="plain">${changes.map(
        ({ at, by, name, what }) =>
          html`<li class="small">${formats.dayAndTime(at)} · ${name} · ${words.changes[what]} · ${by ?? words.byService}</li>`,
      )}</ul>
    </details>`
  }

  private edit(one: ShownRule | 'new' | null) {
    this.edited = one
  }

  private tryOut(one: ShownRule | null) {
    this.tried = one
  }

  private get rules(): readonly WrittenRule[] {
    return this.list?.rules ?? []
  }

  private replace(rule: ShownRule, changed: WrittenRule): readonly WrittenRule[] {
    return this.rules.map((one) => (one === rule ? changed : one))
  }

  private moveUp(at: number) {
    const rules = [...this.rules]
    const moved = rules.splice(at, 1)
    rules.splice(at - 1, 0, ...moved)
    return this.write(rules)
  }

  private readonly keep = async (rule: WrittenRule) => {
    const { edited } = this
    await this.put(edited && edited !== 'new' ? this.replace(edited, rule) : [...this.rules, rule])
    this.edited = null
    say(this, rulesWording(this.wording).saved)
  }

  private switchOn(rule: ShownRule) {
    return this.attempt.run(async () => {
      await this.put(this.replace(rule, { ...rule, isOn: true }))
      this.tried = null
      say(this, rulesWording(this.wording).switched)
    })
  }

  private write(rules: readonly WrittenRule[]) {
    return this.attempt.run(async () => {
      await this.put(rules)
      say(this, rulesWording(this.wording).saved)
    })
  }

  private async put(rules: readonly WrittenRule[]) {
    const body = {
      version: this.list?.version ?? 0,
      rules: rules.map(({ id, name, isOn, when, does }) => ({
        ...(id !== undefined && { id }),
        name,
        isOn,
        when,
        does,
      })),
    }
    this.list = await this.client.call('PUT', `${unitPath(this.unit.tenant)}/rules`, { body })
  }
}
