/**
 * Keeps a dialog that fills the screen above a soft keyboard, which covers a page without making it smaller, and the
 * field with the focus in view. A page that is pinched larger is left as it is.
 */
export function fitAboveKeyboard(dialog: HTMLElement, signal: AbortSignal): void {
  const seen = window.visualViewport
  if (!seen) return
  const fit = () => {
    const covered = seen.scale === 1 && seen.height < innerHeight - 1
    dialog.style.setProperty('--_height', covered ? `${seen.height}px` : '')
    dialog.style.setProperty('--_top', covered ? `${seen.offsetTop}px` : '')
    if (covered) focused()?.scrollIntoView({ block: 'nearest' })
  }
  for (const change of ['resize', 'scroll'] as const) seen.addEventListener(change, fit, { signal })
}

/** What has the focus, however deep in shadow roots. */
function focused(): Element | null {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at
}
