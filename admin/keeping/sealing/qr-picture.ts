import { html, svg } from 'lit'
import { encodeQR } from 'qr'

/** Cameras need this much white around the code, in squares (ISO/IEC 18004). */
const QUIET = 4

/** A QR code drawn as one path, so that a printer keeps its edges sharp and no policy is asked for a picture. */
export function qrPicture(text: string, label: string) {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : [])))
  return html`<svg role="img" aria-label=${label} viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges">
    ${svg`<path fill="#fff" d="M0 0h${rows.length}v${rows.length}H0z"/><path fill="#000" d=${dark.join('')}/>`}
  </svg>`
}
