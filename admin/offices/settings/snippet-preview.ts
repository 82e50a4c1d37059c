import { css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { PageElement } from '../../page/page-element.ts'
import snippetWording from '../../texts/snippet.json'
import { controls } from '../../ui/controls.ts'
import { fields } from '../../ui/fields.ts'

/** Widths in CSS pixels of a common cheap phone and a small desktop. */
const devices = { phone: { width: 360, height: 640 }, desktop: { width: 1_024, height: 800 } }
type Device = keyof typeof devices

const looks = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    min-inline-size: 0;
  }
  :host([device='desktop']) {
    grid-column: 1 / -1;
  }
  .devices {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 16px;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .stage {
    overflow: hidden;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
  }
  iframe {
    display: block;
    border: 0;
    transform-origin: 0 0;
  }
`

/** The real form in a frame of ours that sends nothing, at the width of a phone or of a desktop. */
@customElement('snippet-preview')
export class SnippetPreview extends PageElement {
  static override styles = [controls, fields, looks]

  /** Path and query of the preview, and behind the `#` what it is to show. */
  @property() address = ''

  @property({ reflect: true }) device: Device = 'phone'

  @state() private room: number = devices.phone.width

  @query('iframe') private frame!: HTMLIFrameElement | null

  // It waits for the next frame, because it changes what is measured.
  private readonly measuring = new ResizeObserver(([entry]) =>
    requestAnimationFrame(() => {
      this.room = entry?.contentRect.width ?? this.room
    }),
  )

  /** The first address of the frame. Later ones are sent to it, so that the history gets no entries. */
  private first = ''

  override connectedCallback() {
    super.connectedCallback()
    this.measuring.observe(this)
  }

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.measuring.disconnect()
    this.first = ''
  }

  protected override willUpdate() {
    this.first ||= this.address
  }

  override render() {
    const wording = snippetWording(this.wording)
    const { width, height } = devices[this.device]
    const scale = Math.min(1, (this.room - 2) / width)
    return html`
      <fieldset class="devices">
        <legend>${wording.device}</legend>
        ${(['phone', 'desktop'] as const).map(
          (device) => html`<label class="choice">
            <input type="radio" name="device" .checked=${this.device === device} @change=${() => this.show(device)}>
            <span>${wording.devices[device]}</span>
          </label>`,
        )}
      </fieldset>
      <div class="stage" .style=${`inline-size:${width * scale + 2}px;block-size:${height * scale + 2}px`}>
        ${
          this.first
            ? html`<iframe src=${this.first} title=${wording.title} sandbox="allow-scripts allow-forms"
                .style=${`inline-size:${width}px;block-size:${height}px;transform:scale(${scale})`}></iframe>`
            : nothing
        }
      </div>
    `
  }

  protected override updated(changed: PropertyValues) {
    if (!changed.has('address') || this.address === this.first) return
    const address = new URL(this.address, location.href).href
    this.frame?.contentWindow?.location.replace(address)
  }

  private show(device: Device) {
    this.device = device
  }
}
