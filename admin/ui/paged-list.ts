import { Task } from '@lit/task'
import { html, type LitElement, nothing } from 'lit'
import { failedState, pendingState } from './controls.ts'

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextCursor: string | null
}

export interface Listing<Item> {
  /** The list is loaded again when one of these values changes. */
  readonly args: () => readonly unknown[]
  readonly load: (cursor: string | null, signal?: AbortSignal) => Promise<Page<Item>>
  /** Finds the rows, so that the first new one gets the focus. */
  readonly rows?: string
}

/** An element that shows a list: it says why a page did not come, and how to go on. */
interface ListHost extends LitElement {
  readonly listWording: { readonly more: string; readonly tryAgain: string }
  explain(error: unknown): string
}

/** A list that comes page by page. A page that fails, the first or a later one, is reported and can be tried again. */
export class PagedList<Item> {
  items: readonly Item[] = []
  private nextCursor: string | null = null
  private isLoadingMore = false
  private failure: unknown = null
  private asked = 0
  private readonly first: Task
  private readonly host: ListHost
  private readonly listing: Listing<Item>

  constructor(host: ListHost, listing: Listing<Item>) {
    this.host = host
    this.listing = listing
    this.first = new Task(host, {
      args: listing.args,
      task: async (_args, { signal }) => {
        await this.loadFirst(signal)
      },
    })
  }

  render(states: {
    readonly loading: string
    readonly empty: () => unknown
    /** Places what leads to more after the items. */
    readonly full: (items: readonly Item[], more: unknown) => unknown
  }) {
    return this.first.render({
      pending: () => pendingState(states.loading),
      error: (error) => this.renderFailure(error, () => void this.first.run()),
      complete: () => (this.items.length === 0 ? states.empty() : states.full(this.items, this.renderMore())),
    })
  }

  /** Loads the first page anew while the list stays to be seen. */
  reload(): Promise<void> {
    return this.loadFirst()
  }

  /** Shows an item as it is now, before the list is loaded anew. */
  put(now: Item, isSame: (item: Item) => boolean): void {
    this.items = this.items.map((item) => (isSame(item) ? now : item))
    this.host.requestUpdate()
  }

  /** Takes off the list what is done with. */
  drop(isDone: (item: Item) => boolean): void {
    this.items = this.items.filter((item) => !isDone(item))
    this.host.requestUpdate()
  }

  private renderMore() {
    if (this.failure) return this.renderFailure(this.failure, () => void this.loadMore())
    if (!this.nextCursor) return nothing
    return html`<div>
      <button type="button" ?disabled=${this.isLoadingMore} @click=${this.loadMore}>${this.host.listWording.more}</button>
    </div>`
  }

  private renderFailure(error: unknown, again: () => void) {
    return failedState(this.host.explain(error), this.host.listWording.tryAgain, again)
  }

  private take({ items, nextCursor }: Page<Item>) {
    this.items = items
    this.nextCursor = nextCursor
    this.failure = null
    this.host.requestUpdate()
  }

  /** Of two answers the one that was asked for later is shown, whichever comes first. */
  private async loadFirst(signal?: AbortSignal) {
    this.asked += 1
    const turn = this.asked
    const page = await this.listing.load(null, signal)
    if (turn === this.asked) this.take(page)
  }

  private readonly loadMore = async () => {
    const cursor = this.nextCursor
    this.isLoadingMore = true
    this.host.requestUpdate()
    try {
      const page = await this.listing.load(cursor)
      // The list may have been loaded anew meanwhile.
      if (this.nextCursor !== cursor) return
      const shown = this.items.length
      this.take({ ...page, items: [...this.items, ...page.items] })
      await this.host.updateComplete
      this.focusRow(shown)
    } catch (error) {
      this.failure = error
    } finally {
      this.isLoadingMore = false
      this.host.requestUpdate()
    }
  }

  // The button may go with the last page, and the focus with it.
  private focusRow(index: number) {
    const row = this.host.renderRoot.querySelectorAll<HTMLElement>(this.listing.rows ?? '.list > li').item(index)
    if (!row) return
    row.tabIndex = -1
    row.focus()
  }
}
