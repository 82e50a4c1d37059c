import { css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { SaveViews, ViewLists } from '../../service/contract/register.ts'
import { PageElement } from '../page/page-element.ts'
import { Attempt } from '../ui/attempt.ts'
import { valueIn } from '../ui/form.ts'
import '../ui/dialog.ts'
import { textField } from '../ui/field.ts'
import { fields } from '../ui/fields.ts'
import { icons } from '../ui/icons.ts'
import type { RegisterQuery } from './register-query.ts'
import { filterOf } from './view-filter.ts'

type Whose = 'own' | 'shared'
type View = SaveViews['views'][number]

const bare = ({ id, name, filter }: View): View => ({ id, name, filter })

@customElement('view-dialog')
export class ViewDialog extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      :host {
        display: contents;
      }
      form,
      ol {
        display: grid;
        gap: 12px;
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      li input {
        flex: 1;
        min-inline-size: 0;
      }
    `,
  ]

  @property({ attribute: false }) lists!: ViewLists
  @property({ attribute: false }) query!: RegisterQuery
  @property() mode: 'save' | 'manage' = 'save'
  /** The filters that the dialog holds. `null` means that they are untouched. */
  @state() private edited: Readonly<Record<Whose, readonly View[]>> | null = null
  @state() private problem = ''
  @query('form') private readonly form!: HTMLFormElement
  private readonly attempt = new Attempt(this)

  override render() {
    const { views, common } = this.wording
    return html`<ui-dialog open heading=${this.mode === 'save' ? views.save : views.manage} close-label=${common.close}
      @ui-close=${this.close}>
      <form novalidate @submit=${this.submit}>
        ${this.mode === 'save' ? this.renderNew() : this.renderAll()}
        ${this.attempt.render()}
        <div class="row">
          <button class="primary" ?disabled=${this.attempt.isBusy}>${common.save}</button>
          <button value="cancel" type="button" class="quiet" @click=${this.close}>${common.cancel}</button>
        </div>
      </form>
    </ui-dialog>`
  }

  private renderNew() {
    const { views } = this.wording
    return html`
      ${textField({ name: 'name', label: views.name, hint: views.nameHint, limit: 60, error: this.problem, focusFirst: true })}
      ${
        this.lists.mayShare
          ? html`<label class="choice"><input type="checkbox" name="shared">
              <span>${views.share}<span class="hint">${views.shareHint}</span></span></label>`
          : nothing
      }
    `
  }

  private renderAll() {
    const { views } = this.wording
    return html`
      ${this.lists.mayShare ? html`<h3>${views.ofUnit}</h3>${this.renderList('shared')}<h3>${views.own}</h3>` : nothing}
      ${this.renderList('own')}
      ${this.problem ? html`<p class="error" role="alert">${this.problem}</p>` : nothing}
    `
  }

  private renderList(whose: Whose) {
    const { views } = this.wording
    const list = this.now[whose]
    if (list.length === 0) return html`<p class="soft">${views.none}</p>`
    return html`<ol>
      ${list.map(
        (view, at) => html`<li>
          <input aria-label=${views.nameOf({ name: view.name })} maxlength="60" .value=${view.name}
            @input=${(event: InputEvent) => this.rename(whose, at, valueIn(event))}>
          <button type="button" class="quiet only-icon" ?disabled=${at === 0} aria-label=${views.up({ name: view.name })}
            @click=${() => this.move(whose, at, -1)}>${icons.up}</button>
          <button type="button" class="quiet only-icon" ?disabled=${at === list.length - 1} aria-label=${views.down({ name: view.name })}
            @click=${() => this.move(whose, at, 1)}>${icons.down}</button>
          <button type="button" class="quiet only-icon" aria-label=${views.remove({ name: view.name })}
            @click=${() =>
              this.change(
                whose,
                list.filter((one) => one !== view),
              )}>${icons.remove}</button>
        </li>`,
      )}
    </ol>`
  }

  private get now(): Readonly<Record<Whose, readonly View[]>> {
    return this.edited ?? { own: this.lists.own.views.map(bare), shared: this.lists.shared.views.map(bare) }
  }

  private change(whose: Whose, list: readonly View[]) {
    this.edited = { ...this.now, [whose]: list }
    this.problem = ''
  }

  private rename(whose: Whose, at: number, name: string) {
    this.change(
      whose,
      this.now[whose].map((view, place) => (place === at ? { ...view, name } : view)),
    )
  }

  private move(whose: Whose, at: number, by: 1 | -1) {
    const list = [...this.now[whose]]
    const [view] = list.splice(at, 1)
    if (view) list.splice(at + by, 0, view)
    this.change(whose, list)
  }

  private submit(event: Event) {
    event.preventDefault()
    const isNew = this.mode === 'save'
    const given = new FormData(this.form)
    const whose: Whose = given.has('shared') ? 'shared' : 'own'
    const view = { id: crypto.randomUUID(), name: String(given.get('name') ?? ''), filter: filterOf(this.query) }
    const lists = isNew ? { ...this.now, [whose]: [...this.now[whose], view] } : this.now
    const touched = isNew
      ? [whose]
      : (['own', 'shared'] as const).filter((one) => this.edited?.[one] !== undefined && this.isTouched(one))
    this.problem = touched.map((one) => this.problemOf(lists[one])).find((text) => text !== '') ?? ''
    if (this.problem) return
    if (touched.length === 0) {
      this.close()
      return
    }
    void this.attempt.run(async () => {
      let saved = this.lists
      for (const one of touched) {
        const views = lists[one].map((each) => ({ ...each, name: each.name.trim() }))
        saved = await this.client.call(`PUT /views/${one}`, {
          params: this.inUnit,
          body: { revision: saved[one].revision, views },
        })
      }
      this.dispatchEvent(new CustomEvent('views-saved', { detail: saved }))
    })
  }

  private isTouched(whose: Whose): boolean {
    return JSON.stringify(this.now[whose]) !== JSON.stringify(this.lists[whose].views.map(bare))
  }

  private problemOf(list: readonly View[]): string {
    const { views, common } = this.wording
    const names = list.map(({ name }) => name.trim().toLowerCase())
    if (names.includes('')) return common.required
    if (new Set(names).size < names.length) return views.taken
    return list.length > this.lists.most ? views.tooMany({ most: this.lists.most }) : ''
  }

  private close() {
    this.dispatchEvent(new CustomEvent('view-closed'))
  }
}
