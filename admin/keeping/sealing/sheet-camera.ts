import { css, html, LitElement } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'

/** Wider pictures are drawn smaller: a sheet is read from these, also on a slow phone. */
const WIDEST = 960
/** Milliseconds between two pictures that are looked at. */
const PAUSE = 150

/**
 * Reads a QR code from this device's camera, in this page alone, and ends the camera when it is taken away.
 *
 * @fires sheet-read - With the text of the code.
 * @fires camera-refused - There is no camera, or the person or the device does not give it.
 */
@customElement('sheet-camera')
export class SheetCamera extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      gap: 8px;
    }
    p {
      margin: 0;
      font-size: var(--size-small);
    }
    video {
      inline-size: min(100%, 420px);
      aspect-ratio: 4 / 3;
      border-radius: var(--radius);
      background: #000;
      object-fit: cover;
    }
  `

  @property() label = ''
  @query('video') private readonly video!: HTMLVideoElement
  private stream: MediaStream | null = null
  private decode: typeof import('qr/decode.js').decodeQR | null = null
  private readonly canvas = document.createElement('canvas')

  override disconnectedCallback() {
    super.disconnectedCallback()
    this.stop()
  }

  override render() {
    return html`<p>${this.label}</p><video muted playsinline aria-hidden="true"></video>`
  }

  protected override firstUpdated() {
    void this.begin()
  }

  private async begin() {
    try {
      this.decode = (await import('qr/decode.js')).decodeQR
      const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      this.stream = stream
      // Taken away while the person was asked.
      if (!this.isConnected) return this.stop()
      this.video.srcObject = stream
      await this.video.play()
    } catch {
      if (this.isConnected) this.dispatchEvent(new CustomEvent('camera-refused'))
      return
    }
    this.look()
  }

  private look() {
    if (!this.stream) return
    const text = this.readPicture()
    if (text === null) setTimeout(() => this.look(), PAUSE)
    else this.dispatchEvent(new CustomEvent('sheet-read', { detail: text }))
  }

  private readPicture(): string | null {
    const { videoWidth, videoHeight } = this.video
    const scale = Math.min(1, WIDEST / videoWidth)
    const [width, height] = [Math.round(videoWidth * scale), Math.round(videoHeight * scale)]
    const pen =
      width > 0 && Object.assign(this.canvas, { width, height }).getContext('2d', { willReadFrequently: true })
    if (!pen || !this.decode) return null
    pen.drawImage(this.video, 0, 0, width, height)
    try {
      return this.decode(pen.getImageData(0, 0, width, height))
    } catch {
      // No code in this picture.
      return null
    }
  }

  private stop() {
    for (const track of this.stream?.getTracks() ?? []) track.stop()
    this.stream = null
  }
}
