import './letter-forms.ts'
import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { LetterLine, LetterList, LetterView } from '../../../service/contract/papers.ts'
import type { LetterAct, LetterState } from '../../api/wire.ts'
import { columnOf } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import './letter-row.ts'
import { Attempt } from '../../ui/attempt.ts'
import { isTicked } from '../../ui/form.ts'
import type { TakeStep } from './letter-forms.ts'
import '../../ui/dialog.ts'
import '../../ui/empty-state.ts'
import { fields } from '../../ui/fields.ts'
import { PagedList } from '../../ui/paged-list.ts'
import { saveFile } from '../../ui/save-file.ts'
import { say } from '../../ui/say.ts'
import './letter-detail.ts'

const together = ['submit', 'approve', 'print', 'post', 'arrive'] as const satisfies readonly LetterAct[]
type Together = (typeof together)[number]

@customElement('letters-page')
export class LettersPage extends PageElement {
  static override styles = [
    PageElement.styles,
    fields,
    css`
      ${columnOf(960)}
      .list {
        display: grid;
        gap: 8px;
      }
      .chosen {
        position: sticky;
        inset-block-start: 0;
        z-index: 1;
        padding: 8px 20px;
        border-radius: var(--radius-large);
        background: var(--accent-soft);
      }
    `,
  ]

  @property() state: LetterState = 'approved'
  @state() private counts: LetterList['counts'] = {}
  @state() private chosen: ReadonlySet<string> = new Set()
  @state() private opened: LetterLine | null = null
  @state() private isPosting = false
  private readonly attempt = new Attempt(this)

  private readonly list = new PagedList<LetterLine>(this, {
    args: () => [this.unit.tenant, this.state, this.wording.language],
    load: async (cursor, signal) => {
      const page = await this.client.call('GET /letters', {
        params: this.inUnit,
        query: { state: this.state, cursor },
        signal,
      })
      this.counts = page.counts
      this.chooseQueued(page.items)
      return page
    },
  })

  override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('state')) return
    this.chosen = new Set()
    this.isPosting = false
  }

  override render() {
    const { letters } = this.wording
    return html`
      <div>
        <h1>${letters.heading}</h1>
        <p class="soft">${letters.intro}</p>
      </div>
      <letter-tabs .state=${this.state} .counts=${this.counts}></letter-tabs>
      ${this.attempt.render()}
      ${this.list.render({
        loading: letters.loading,
        empty: () => this.renderEmpty(),
        full: (items, more) => html`${this.renderList(items)} ${more}`,
      })}
      ${this.renderOpened()}
    `
  }

  private renderEmpty() {
    const { letters } = this.wording
    const isOn = this.unit.view.form.channels.includes('letter')
    return html`<ui-empty icon="mail" heading=${letters.empty({ state: letters.states[this.state] })} text=${isOn ? letters.emptyText : letters.off}></ui-empty>`
  }

  private renderList(items: readonly LetterLine[]) {
    const { letters } = this.wording
    const acts = together.filter((act) => items.some((letter) => letter.acts.includes(act)))
    return html`
      ${acts.length > 0 ? this.renderChoice(acts) : nothing}
      <ul class="plain list" aria-label=${letters.list}>
        ${items.map(
          (letter) => html`<li>
            <letter-row .letter=${letter} ?choosable=${acts.some((act) => letter.acts.includes(act))}
              ?chosen=${this.chosen.has(letter.id)} @letter-chosen=${({ detail }: CustomEvent<boolean>) => this.onChosen(letter.id, detail)}
              @letter-opened=${() => this.onOpened(letter)}></letter-row>
          </li>`,
        )}
      </ul>
    `
  }

  private renderChoice(acts: readonly Together[]) {
    const { letters } = this.wording
    const picked = this.list.items.filter(({ id }) => this.chosen.has(id))
    const open = acts.filter((act) => picked.length > 0 && picked.every((letter) => letter.acts.includes(act)))
    const able = this.list.items.filter((letter) => acts.some((act) => letter.acts.includes(act)))
    return html`<div class="chosen stack">
      <div class="spread">
        <label class="choice">
          <input type="checkbox" .checked=${picked.length === able.length}
            @change=${(event: Event) => this.onAll(able, isTicked(event))}>
          <span>${picked.length > 0 ? letters.chosen({ count: picked.length }) : letters.chooseAll}</span>
        </label>
        <div class="row">
          ${open.map(
            (act) => html`<button type="button" class=${act === open.at(-1) && act !== 'print' ? 'primary' : ''}
              ?disabled=${this.attempt.isBusy} @click=${() => this.onTogether(act, picked)}>${letters.verbs[act]}</button>`,
          )}
          ${
            open.includes('print')
              ? html`<button type="button" class="primary" ?disabled=${this.attempt.isBusy}
                  @click=${() => this.onTogether('print', picked, true)}>${letters.printAndPost({ count: picked.length })}</button>`
              : nothing
          }
        </div>
      </div>
      ${this.isPosting && open.includes('post') ? this.renderPosting(picked) : nothing}
    </div>`
  }

  private renderPosting(picked: readonly LetterLine[]) {
    const posted = picked.map(({ id, letterNumber }) => ({ id, name: letterNumber ?? '' }))
    const take: TakeStep = async (body, courierOf) => {
      const { tenant } = this.unit
      await this.client.call('POST /letter-posts', {
        params: { tenant },
        body: {
          on: body.on ?? '',
          letters: picked
            .map(({ id, revision }) => ({ id, revision, ...courierOf(id) }))
            .map(({ id, revision, courierNumber }) => ({ id, revision, courierNumber })),
        },
      })
      await this.done('post')
    }
    const close = () => {
      this.isPosting = false
    }
    return html`<step-form act="post" .posted=${posted} .take=${take} @step-closed=${close}></step-form>`
  }

  private renderOpened() {
    const { letters, common } = this.wording
    const { opened } = this
    const heading = opened ? (opened.letterNumber ?? letters.kinds[opened.kind]) : ''
    return html`<ui-dialog wide ?open=${opened !== null} heading=${heading} close-label=${common.close} @ui-close=${this.onClosed}>
      ${opened ? html`<letter-detail letter=${opened.id} @letter-changed=${this.onLetterChanged}></letter-detail>` : nothing}
    </ui-dialog>`
  }

  /** An act for several letters goes by what they are now, also before the list has come anew. */
  private onLetterChanged({ detail }: CustomEvent<LetterView>) {
    this.list.put(detail, ({ id }) => id === detail.id)
    void this.reload()
  }

  private async reload() {
    await this.list.reload()
    this.chosen = new Set(this.list.items.map(({ id }) => id).filter((id) => this.chosen.has(id)))
  }

  private async done(act: Together) {
    this.isPosting = false
    this.chosen = new Set()
    say(this, this.wording.letters.done[act])
    await this.reload()
  }

  private onTogether(act: Together, picked: readonly LetterLine[], isPostedToday = false) {
    if (act === 'post') {
      this.isPosting = true
      return
    }
    void this.attempt.run(async () => {
      const { tenant } = this.unit
      try {
        if (act === 'print') {
          const { name, bytes } = await this.client.file('POST /letter-prints', {
            params: { tenant },
            body: { letters: picked.map(({ id, revision }) => ({ id, revision })) },
          })
          saveFile(bytes, name)
          if (isPostedToday) await this.postToday(picked)
        } else
          for (const letter of picked)
            await this.client.call(`POST /letters/{id}/${act}`, {
              params: { tenant, id: letter.id },
              body: { revision: letter.revision },
            })
      } catch (error) {
        // Some may be done: the list shows which are not.
        await this.reload()
        throw error
      }
      await this.done(isPostedToday ? 'post' : act)
    })
  }

  /** Printing raised their revisions. */
  private async postToday(picked: readonly LetterLine[]) {
    const printed = picked.map(({ id, revision }) => ({ id, revision: revision + 1 }))
    await this.client.call('POST /letter-posts', {
      params: this.inUnit,
      body: {
        on: this.wording.formats.today(),
        letters: printed,
      },
    })
  }

  /** What waits for the printer or the post is usually taken as a whole. */
  private chooseQueued(items: readonly LetterLine[]) {
    const act = this.state === 'approved' ? 'print' : this.state === 'printed' ? 'post' : null
    const queued = items.filter(({ acts }) => act !== null && acts.includes(act)).map(({ id }) => id)
    this.chosen = new Set([...this.chosen, ...queued])
  }

  private onChosen(id: string, isChosen: boolean) {
    this.chosen = new Set(isChosen ? [...this.chosen, id] : [...this.chosen].filter((one) => one !== id))
  }

  private onAll(able: readonly LetterLine[], areChosen: boolean) {
    this.chosen = new Set(areChosen ? able.map(({ id }) => id) : [])
  }

  private onOpened(letter: LetterLine) {
    this.opened = letter
  }

  private onClosed() {
    this.opened = null
  }
}
