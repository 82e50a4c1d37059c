import { html, nothing } from 'lit'
import { customElement } from 'lit/decorators.js'
import type { SeriesList } from '../../../service/contract/series.ts'
import { ownName, sayOwn } from '../../page/own-words.ts'
import seriesWording from '../../texts/series.json'
import { WrittenPage } from '../written/written-page.ts'
import { type ShownSeries, saySeries, type WrittenSeries } from './series-form.ts'

@customElement('series-page')
export class SeriesPage extends WrittenPage<SeriesList, ShownSeries, WrittenSeries> {
  protected readonly kind = 'series'
  protected readonly icon = 'check'

  protected read(signal: AbortSignal) {
    return this.client.call('GET /series', { params: this.inUnit, signal })
  }

  protected save(version: number, items: readonly WrittenSeries[]) {
    const series = items.map(({ id, name, does }) => ({ id, name, does }))
    return this.client.call('PUT /series', { params: this.inUnit, body: { version, series } })
  }

  protected get words() {
    return seriesWording(this.wording)
  }

  protected renderOne({ name, does, lacks }: ShownSeries, list: SeriesList) {
    return html`
      <strong>${ownName(name)}</strong>
      <p>${sayOwn(saySeries(does, list, this.wording))}</p>
      ${lacks ? html`<p class="small" role="note">${this.words.lacks[lacks]}</p>` : nothing}
    `
  }

  protected renderForm(one: ShownSeries | null, list: SeriesList) {
    return html`<series-form .one=${one} .choices=${list} .save=${this.keep}></series-form>`
  }
}
