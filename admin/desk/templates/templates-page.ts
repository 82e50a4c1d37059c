import { Task } from '@lit/task'
import { html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { TemplateList, TemplateView } from '../../../service/contract/templates.ts'
import type { ServiceClient } from '../../api/client.ts'
import type { TemplateWords } from '../../api/wire.ts'
import { cardList } from '../../page/card-list.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import '../../ui/empty-state.ts'
import { fields } from '../../ui/fields.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { findTemplates } from './find-templates.ts'
import './template-form.ts'
import { markOwnName, markOwnText, ownName, sayOwn, shownFor } from '../../page/own-words.ts'

@customElement('templates-page')
export class TemplatesPage extends PageElement {
  static override styles = [PageElement.styles, fields, pageColumn, cardList]

  @state() private list: TemplateList | null = null
  @state() private edited: TemplateView | 'new' | null = null
  @state() private removed: TemplateView | null = null
  @state() private sought = ''
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.list = await this.client.call('GET /templates', { params: { tenant }, signal })
    },
  })

  override render() {
    const { templates } = this.wording
    return html`
      <div class="spread">
        <h1>${templates.heading}</h1>
        <button class="primary" ?disabled=${!this.list} @click=${() => this.edit('new')}>${icons.add}${templates.add}</button>
      </div>
      <p class="soft">${templates.intro}</p>
      ${this.list ? this.renderList(this.list) : this.renderLoaded(this.loading)}
    `
  }

  private renderList({ items, places }: TemplateList) {
    const { templates, common } = this.wording
    const { edited, removed } = this
    return html`
      ${
        items.length === 0
          ? html`<ui-empty icon="file" heading=${templates.empty} text=${templates.emptyText}></ui-empty>`
          : this.renderFound(items)
      }
      <ui-dialog wide ?open=${edited !== null} .heading=${edited === 'new' ? templates.add : ownName(edited?.name ?? '')}
        close-label=${common.close} @ui-close=${() => this.edit(null)}>
        ${
          edited
            ? html`<template-form .template=${edited === 'new' ? null : edited} .places=${places} .save=${this.save}></template-form>`
            : nothing
        }
      </ui-dialog>
      <ui-dialog ?open=${removed !== null} heading=${templates.removeHeading} close-label=${common.close} @ui-close=${() => this.ask(null)}>
        <div class="stack">
          <p>${sayOwn(templates.removeText({ name: markOwnName(removed?.name ?? '') }))}</p>
          ${this.attempt.render()}
          <div class="row">
            <button class="danger" ?disabled=${this.attempt.isBusy} @click=${this.takeAway}>${templates.remove}</button>
            <button value="cancel" class="quiet" @click=${() => this.ask(null)}>${common.cancel}</button>
          </div>
        </div>
      </ui-dialog>
    `
  }

  private renderFound(items: TemplateList['items']) {
    const { templates } = this.wording
    const found = findTemplates(items, this.sought)
    return html`
      <input type="search" aria-label=${templates.seek} placeholder=${templates.seek} autocomplete="off" @input=${this.onSought}>
      ${found.length === 0 ? html`<p class="soft" role="status">${templates.noneFound}</p>` : nothing}
      <ul class="plain list" aria-label=${templates.heading}>${found.map((one) => this.renderOne(one))}</ul>
    `
  }

  private renderOne(template: TemplateView) {
    const { templates, vocabulary, formats } = this.wording
    const { name, kind, language, text, categories, statuses, changedAt, changedBy } = template
    const marked = markOwnName(name)
    const labels = new Map(this.unit.view.categories.map(({ code, label }) => [code, label]))
    const where = [
      ...categories.map((code) => markOwnText(this.unit.view, labels.get(code) ?? code)),
      ...statuses.map((one) => vocabulary.statuses[one]),
    ]
    return html`<li>
      <div class="spread">
        <strong>${ownName(name)}</strong>
        <div class="row">
          <button class="quiet" @click=${() => this.edit(template)}>${icons.edit}${shownFor(templates.change, templates.changeOf({ name: marked }))}</button>
          <button class="quiet only-icon" @click=${() => this.ask(template)}>${shownFor(icons.remove, templates.removeOf({ name: marked }))}</button>
        </div>
      </div>
      <p class="soft small">
        ${sayOwn([templates.kinds[kind], ...(language === 'en' ? [templates.languages.en] : []), ...where].join(' · '))}
      </p>
      <p class="prose small">${text}</p>
      <p class="soft small">${templates.changed({ by: changedBy ?? templates.theService, day: formats.day(changedAt) })}</p>
    </li>`
  }

  private onSought({ target }: Event) {
    if (target instanceof HTMLInputElement) this.sought = target.value
  }

  private edit(one: TemplateView | 'new' | null) {
    this.edited = one
  }

  private ask(one: TemplateView | null) {
    this.removed = one
  }

  private readonly save = async (words: TemplateWords, client: ServiceClient) => {
    const { edited } = this
    const { tenant } = this.unit
    if (edited && edited !== 'new')
      await client.call('PUT /templates/{id}', {
        params: { tenant, id: edited.id },
        body: { ...words, version: edited.version },
      })
    else await client.call('POST /templates', { params: { tenant }, body: words })
    await this.done(this.wording.templates.saved)
  }

  private takeAway() {
    return this.attempt.run(async () => {
      if (this.removed)
        await this.client.call('DELETE /templates/{id}', { params: { tenant: this.unit.tenant, id: this.removed.id } })
      await this.done(this.wording.templates.gone)
    })
  }

  private async done(sentence: string) {
    this.list = await this.client.call('GET /templates', { params: this.inUnit })
    this.edited = null
    this.removed = null
    say(this, sentence)
  }
}
