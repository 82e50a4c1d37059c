import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { property, state } from 'lit/decorators.js'
import type { RuleList } from '../../../service/contract/series.ts'
import type { RuleChangeKind } from '../../../service/offices/vocabulary.ts'
import { cardList } from '../../page/card-list.ts'
import { FormElement } from '../../page/form-element.ts'
import { markOwnName, ownName, sayOwn, shownFor } from '../../page/own-words.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import { textField } from '../../ui/field.ts'
import { formGrid, formOutcome } from '../../ui/fields.ts'
import type { FieldErrors } from '../../ui/form.ts'
import '../../ui/dialog.ts'
import '../../ui/empty-state.ts'
import type seriesWording from '../../texts/series.json'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'

interface Made<Does> {
  readonly id: string
  readonly name: string
  readonly does: Does
}

export abstract class WrittenForm<One extends Made<Does>, Does, Written> extends FormElement {
  static override styles = [
    FormElement.styles,
    formGrid,
    formOutcome,
    css`
      .pair > .stack {
        align-content: start;
      }
    `,
  ]

  @property({ attribute: false }) one: One | null = null
  @property({ attribute: false }) save!: (written: Written) => Promise<void>
  @state() protected does!: Does
  private name = ''

  protected abstract readonly blank: Does
  protected abstract get words(): { readonly name: string; readonly nameHint: string }
  protected abstract get sentence(): string
  /** It says why what was chosen cannot be saved yet. */
  protected abstract get mistake(): string | null
  protected abstract renderFields(): unknown

  override connectedCallback() {
    super.connectedCallback()
    this.does = this.one?.does ?? this.blank
    this.name = this.one?.name ?? ''
  }

  override render() {
    const { words } = this
    const { errors } = this.attempt
    return html`<form novalidate @submit=${this.onSubmit}>
      <p class="sentence" aria-live="polite">${sayOwn(this.sentence)}</p>
      ${textField({
        name: 'name',
        label: words.name,
        hint: words.nameHint,
        limit: 80,
        value: this.name,
        error: errors.name,
        written: (name) => {
          this.name = name
        },
      })}
      ${this.renderFields()}
      ${errors.does ? html`<p class="error" role="alert">${errors.does}</p>` : nothing}
      ${this.attempt.render()}
      <div class="actions"><button class="primary" ?disabled=${this.attempt.isBusy}>${this.wording.common.save}</button></div>
    </form>`
  }

  protected do(changes: Partial<Does>) {
    this.does = { ...this.does, ...changes }
  }

  protected override findMistakes(written: FormData): FieldErrors {
    const { mistake } = this
    return { ...super.findMistakes(written), ...(mistake !== null && { does: mistake }) }
  }

  protected get named() {
    const { one, name, does } = this
    return { ...(one && { id: one.id }), name: name.trim(), does }
  }
}

interface Sent {
  readonly id?: string | undefined
  readonly name: string
  readonly isOn?: boolean
  readonly when?: object
  readonly does: object
}

type List<One> = Pick<RuleList, 'version' | 'most' | 'changes'> & {
  readonly rules?: readonly One[]
  readonly series?: readonly One[]
}

type Series = ReturnType<typeof seriesWording>

type ListWording = Pick<Series, 'intro' | 'add' | 'empty' | 'emptyText' | 'change' | 'earlier' | 'remove' | 'of'> &
  Pick<Series, 'saved' | 'history' | 'nameless'> & { readonly changes: Partial<Record<RuleChangeKind, string>> }

/** The page of what people of the unit write as a list: its rules, or its series of acts. It is saved as a whole. */
export abstract class WrittenPage<
  Shown extends List<One>,
  One extends Written,
  Written extends Sent,
> extends PageElement {
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

  @state() protected list: Shown | null = null
  @state() private edited: One | 'new' | null = null
  protected readonly attempt = new Attempt(this)

  /** The name of the list in its address and in what is sent. */
  protected abstract readonly kind: 'rules' | 'series'
  protected abstract readonly icon: 'check' | 'settings'
  protected abstract get words(): ListWording
  protected abstract read(signal: AbortSignal): Promise<Shown>
  protected abstract save(version: number, items: readonly Written[]): Promise<Shown>
  protected abstract renderOne(one: One, list: Shown): unknown
  protected abstract renderForm(one: One | null, list: Shown): unknown

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: (_, { signal }) => this.loadList(signal),
  })

  protected async loadList(signal: AbortSignal): Promise<void> {
    this.list = await this.read(signal)
  }

  override render() {
    const { list, words } = this
    const isFull = !list || this.items.length >= list.most
    return html`
      <div class="spread">
        <h1>${this.wording.app[this.kind]}</h1>
        <button class="primary" ?disabled=${isFull} @click=${() => this.edit('new')}>${icons.add}${words.add}</button>
      </div>
      <p class="soft">${words.intro}</p>
      ${list ? this.renderList(list) : this.renderLoaded(this.loading)}
    `
  }

  private renderList(list: Shown) {
    const { edited, words, items } = this
    return html`
      ${this.attempt.render()}
      ${
        items.length === 0
          ? html`<ui-empty icon=${this.icon} heading=${words.empty} text=${words.emptyText}></ui-empty>`
          : html`<ul class="plain list" aria-label=${this.wording.app[this.kind]}>${items.map((one, at) => this.renderItem(one, at, list))}</ul>`
      }
      ${this.renderChanges(list)}
      <ui-dialog wide ?open=${edited !== null} .heading=${edited === 'new' ? words.add : ownName(edited?.name ?? '')}
        close-label=${this.wording.common.close} @ui-close=${() => this.edit(null)}>
        ${edited ? this.renderForm(edited === 'new' ? null : edited, list) : nothing}
      </ui-dialog>
      ${this.renderMore(list)}
    `
  }

  protected renderMore(_list: Shown): unknown {
    return nothing
  }

  private renderItem(one: One, at: number, list: Shown) {
    const { words } = this
    const name = markOwnName(one.name)
    return html`<li>
      ${this.renderOne(one, list)}
      <div class="row">
        ${this.renderSwitch(one)}
        <button class="quiet" @click=${() => this.edit(one)}>${icons.edit}${shownFor(words.change, words.of({ what: words.change, name }))}</button>
        ${
          at > 0
            ? html`<button class="quiet" @click=${() => this.moveUp(at)}>${shownFor(words.earlier, words.of({ what: words.earlier, name }))}</button>`
            : nothing
        }
        ${
          this.mayRemove(one)
            ? html`<button class="quiet only-icon"
                @click=${() => this.write(this.items.filter((other) => other !== one))}>${shownFor(icons.remove, words.of({ what: words.remove, name }))}</button>`
            : nothing
        }
      </div>
    </li>`
  }

  protected renderSwitch(_one: One): unknown {
    return nothing
  }

  protected mayRemove(_one: One): boolean {
    return true
  }

  private renderChanges({ changes }: Shown) {
    const { words } = this
    if (changes.length === 0) return nothing
    return html`<details>
      <summary>${words.history}</summary>
      <ul class="plain">${changes.map(
        ({ at, by, name, what }) =>
          html`<li class="small">${this.wording.formats.dayAndTime(at)} · ${ownName(name)} · ${words.changes[what]} · ${by ?? words.nameless}</li>`,
      )}</ul>
    </details>`
  }

  protected edit(one: One | 'new' | null) {
    this.edited = one
  }

  private get items(): readonly One[] {
    return this.list?.rules ?? this.list?.series ?? []
  }

  protected replace(one: One, changed: Written): readonly Written[] {
    return this.items.map((other) => (other === one ? changed : other))
  }

  private moveUp(at: number) {
    const items: Written[] = [...this.items]
    const moved = items.splice(at, 1)
    items.splice(at - 1, 0, ...moved)
    return this.write(items)
  }

  protected readonly keep = async (written: Written): Promise<void> => {
    const { edited } = this
    await this.put(edited && edited !== 'new' ? this.replace(edited, written) : [...this.items, written])
    this.edited = null
    say(this, this.words.saved)
  }

  protected write(items: readonly Written[]): Promise<unknown> {
    return this.attempt.run(async () => {
      await this.put(items)
      say(this, this.words.saved)
    })
  }

  protected async put(items: readonly Written[]) {
    this.list = await this.save(this.list?.version ?? 0, items)
  }
}
