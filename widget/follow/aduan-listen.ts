import { html } from 'lit/html.js'
import { base } from '../element/base-styles.ts'
import { reactive } from '../element/reactive.ts'
import { WidgetElement } from '../element/widget-element.ts'
import type { CaseForm } from './case-form.ts'

/** Fetches a recording of the complaint and plays it. Stays inside the widget. */
export class AduanListen extends WidgetElement {
  static override styles = [base]

  @reactive form!: CaseForm
  /** `evidence/{id}` */
  @reactive path = ''

  @reactive private isPlaying = false
  @reactive private text = ''

  private stop: (() => void) | undefined

  disconnectedCallback() {
    this.stop?.()
  }

  protected override render() {
    const { spoken } = this.form.wording
    return html`
      <button type="button" @click=${this.press}>${this.isPlaying ? spoken.stop : spoken.listen}</button>
      <p role="status">${this.text}</p>
    `
  }

  private press = async () => {
    if (this.isPlaying) return this.stop?.()
    const { client, view, secret, wording } = this.form
    this.isPlaying = true
    this.text = ''
    try {
      const { playBack } = await import('../filing/voice/index.ts')
      const recording = await client.download({ number: view.number, trackingCode: secret }, this.path)
      this.stop = await playBack(recording, () => {
        this.isPlaying = false
      })
    } catch {
      this.isPlaying = false
      this.text = wording.spoken.failed
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'aduan-listen': AduanListen
  }
}
