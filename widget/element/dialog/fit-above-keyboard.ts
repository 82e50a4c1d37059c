/**
 * Keeps a dialog that fills the screen, and the field with the focus, above a soft keyboard. The keyboard covers a page
 * without making it smaller. A zoomed page is left as it is.
 */
export function fitAboveKeyboard(dialog: HTMLElement, signal: AbortSignal): void {
  const seen = window.visualViewport
  if (!seen) return
  const fit = () => {
    const covered = seen.scale === 1 && seen.height < innerHeight - 1
    dialog.style.setProperty('--_height', covered ? `${seen.height}px` : '')
    dialog.style.setProperty('--_top', covered ? `${seen.offsetTop}px` : '')
    if (covered) findFocused()?.scrollIntoView({ block: 'nearest' })
  }
  for (const change of ['resize', 'scroll'] as const) seen.addEventListener(change, fit, { signal })
}

/** Finds the element with the focus, also inside shadow roots. */
function findFocused(): Element | null {
  let at = document.activeElement
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
  return at
}
