import { Task } from '@lit/task'
import { css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { SeriesList } from '../../../service/contract/series.ts'
import { unitPath } from '../../api/paths.ts'
import { cardList } from '../../page/card-list.ts'
import { pageColumn } from '../../page/page-column.ts'
import { PageElement } from '../../page/page-element.ts'
import { Attempt } from '../../ui/attempt.ts'
import '../../ui/dialog.ts'
import '../../ui/empty-state.ts'
import { icons } from '../../ui/icons.ts'
import { say } from '../../ui/say.ts'
import { seriesWording } from '../../wording/series-wording.ts'
import './series-form.ts'
import { type ShownSeries, saySeries, type WrittenSeries } from './series-sentence.ts'

/** The series of acts of the unit, each as a sentence, in the order of their menu. */
@customElement('series-page')
export class SeriesPage extends PageElement {
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

  @state() private list: SeriesList | null = null
  /** The one that is changed; `new`: one more. */
  @state() private edited: ShownSeries | 'new' | null = null
  private readonly attempt = new Attempt(this)

  private readonly loading = new Task(this, {
    args: () => [this.unit.tenant] as const,
    task: async ([tenant], { signal }) => {
      this.list = await this.client.call('GET', `${unitPath(tenant)}/series`, { signal })
    },
  })

  override render() {
    const words = seriesWording(this.wording)
    const { list } = this
    return html`
      <div class="spread">
        <h1>${this.wording.app.series}</h1>
        <button class="primary" ?disabled=${!list || list.series.length >= list.most} @click=${() => this.edit('new')}>${icons.add}${words.add}</button>
      </div>
      <p class="soft">${words.intro}</p>
      ${list ? this.renderList(list) : this.renderLoaded(this.loading)}
    `
  }

  private renderList(list: SeriesList) {
    const words = seriesWording(this.wording)
    const { edited } = this
    return html`
      ${this.attempt.render()}
      ${
        list.series.length === 0
          ? html`<ui-empty icon="check" heading=${words.empty} text=${words.emptyText}></ui-empty>`
          : html`<ul class="plain list" aria-label=${this.wording.app.series}>${list.series.map((one, at) => this.renderOne(one, at, list))}</ul>`
      }
      ${this.renderChanges(list)}
      <ui-dialog wide ?open=${edited !== null} heading=${edited === 'new' ? words.add : (edited?.name ?? '')}
        close-label=${this.wording.common.close} @ui-close=${() => this.edit(null)}>
        ${
          edited
            ? html`<series-form .series=${edited === 'new' ? null : edited} .choices=${list} .save=${this.keep}></series-form>`
            : nothing
        }
      </ui-dialog>
    `
  }

  private renderOne(one: ShownSeries, at: number, list: SeriesList) {
    const words = seriesWording(this.wording)
    const { name, lacks } = one
    return html`<li>
      <strong>${name}</strong>
      <p>${saySeries(one.does, list, this.wording)}</p>
      ${lacks ? html`<p class="small" role="note">${words.lacks[lacks]}</p>` : nothing}
      <div class="row">
        <button class="quiet" aria-label=${words.of(words.change, name)} @click=${() => this.edit(one)}>${icons.edit}${words.change}</button>
        ${
          at > 0
            ? html`<button class="quiet" aria-label=${words.of(words.earlier, name)} @click=${() => this.moveUp(at)}>${words.earlier}</button>`
            : nothing
        }
        <button class="quiet only-icon" aria-label=${words.of(words.remove, name)}
          @click=${() => this.write(list.series.filter((other) => other !== one))}>${icons.remove}</button>
      </div>
    </li>`
  }

  private renderChanges({ changes }: SeriesList) {
    const words = seriesWording(this.wording)
    if (changes.length === 0) return nothing
    return html`<details>
      <summary>${words.history}</summary>
      <ul class="plain">${changes.map(
        ({ at, by, name, what }) =>
          html`<li class="small">${this.wording.formats.dayAndTime(at)} · ${name} · ${words.changes[what]} · ${by ?? words.formerStaff}</li>`,
      )}</ul>
    </details>`
  }

  private edit(one: ShownSeries | 'new' | null) {
    this.edited = one
  }

  private get series(): readonly WrittenSeries[] {
    return this.list?.series ?? []
  }

  private moveUp(at: number) {
    const series = [...this.series]
    const moved = series.splice(at, 1)
    series.splice(at - 1, 0, ...moved)
    return this.write(series)
  }

  private readonly keep = async (written: WrittenSeries) => {
    const { edited } = this
    const isNew = edited === null || edited === 'new'
    await this.put(isNew ? [...this.series, written] : this.series.map((one) => (one === edited ? written : one)))
    this.edited = null
    say(this, seriesWording(this.wording).saved)
  }

  private write(series: readonly WrittenSeries[]) {
    return this.attempt.run(async () => {
      await this.put(series)
      say(this, seriesWording(this.wording).saved)
    })
  }

  private async put(series: readonly WrittenSeries[]) {
    const body = {
      version: this.list?.version ?? 0,
      series: series.map(({ id, name, does }) => ({ ...(id !== undefined && { id }), name, does })),
    }
    this.list = await this.client.call('PUT', `${unitPath(this.unit.tenant)}/series`, { body })
  }
}
