import { html, nothing } from 'lit/html.js'
import type { ReadingPostsView } from '../../../service/contract/tenant-view.ts'
import { base } from '../../element/base-styles.ts'
import { type Changed, reactive, WidgetElement } from '../../element/widget-element.ts'
import readersWording from '../../texts/readers.json'
import type { ChosenPost } from '../draft/draft.ts'
import { type Form, renderProblem } from '../form/form.ts'
import { renderRows, rowStyles, sayFirst } from './post-rows.ts'

/**
 * Asks which posts must not read the complaint, and says who reads it first. The service learns the chosen category, and
 * nothing of what is ticked before the complaint is sent. Stays inside the widget.
 */
export class AduanReaders extends WidgetElement {
  static override styles = [base, rowStyles]

  @reactive form!: Form

  @reactive private posts: ReadingPostsView['posts'] | undefined
  @reactive private hasFailed = false

  #asked: string | undefined

  get #wording() {
    return readersWording(this.form.unit)
  }

  protected override willUpdate(_changed: Changed) {
    const { draft, problems } = this.form
    // A post that the service refused has another name by now, so the list is fetched again.
    const asked = `${draft.category} ${problems.notReadBy ?? ''}`
    if (asked === this.#asked) return
    this.#asked = asked
    void this.#ask()
  }

  protected override render() {
    const { form, posts } = this
    const { draft, unit, wording, problems } = form
    const chosen = draft.notReadBy ?? []
    const { question, failed, retry, notReadBy } = this.#wording
    if (draft.step === 'review') {
      const positions = chosen.map(({ position }) => position).join('; ')
      return html`
        ${positions ? html`<p>${notReadBy({ positions })}</p>` : nothing}
        ${posts && positions ? html`<p class="hint">${sayFirst({ unit, posts, chosen })}</p>` : nothing}
      `
    }
    if (posts?.length === 0) return nothing
    return html`
      ${renderProblem('notReadBy', problems.notReadBy)}
      <details id="notReadBy" ?open=${chosen.length > 0}>
        <summary>${question}</summary>
        ${
          posts
            ? html`${renderRows({ unit, wording, posts, chosen, change: this.#choose })}
                <p class="hint" role="status">${sayFirst({ unit, posts, chosen })}</p>`
            : html`<p class="hint">${failed}</p>
                <button type="button" ?hidden=${!this.hasFailed} @click=${() => this.#ask()}>${retry}</button>`
        }
      </details>
    `
  }

  #choose = (notReadBy: readonly ChosenPost[]) => this.form.change({ ...this.form.draft, notReadBy })

  async #ask() {
    const { client, draft } = this.form
    this.hasFailed = false
    try {
      const address = `${client.unitUrl}/reading-posts?category=${encodeURIComponent(draft.category)}`
      const answer = await fetch(address, { credentials: 'omit' })
      if (!answer.ok) throw answer
      const { posts }: ReadingPostsView = await answer.json()
      this.posts = posts
      const { notReadBy = [] } = this.form.draft
      const known = notReadBy.filter(({ id }) => posts.some((post) => post.id === id))
      if (known.length < notReadBy.length) this.#choose(known)
    } catch {
      this.hasFailed = true
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-readers': AduanReaders
  }
}
