/** Raised before a page is left. A page with unsaved words prevents it, asks, and then calls `goOn`. */
export class LeavingEvent extends Event {
  constructor(readonly goOn: () => void) {
    super('aduan-leaving', { cancelable: true })
  }
}

interface Trail {
  /** Position in this tab's history, so that a refused step back can be undone. */
  readonly index: number
  /** Address from which a page was opened, for its way back. */
  readonly from?: string
}

const MOVED = 'aduan-moved'
const trail = (): Trail => (history.state as Trail | null) ?? { index: 0 }
const here = () => location.pathname + location.search
const mayLeave = (goOn: () => void) => window.dispatchEvent(new LeavingEvent(goOn))

/** Goes on at once, or once the person agrees to lose what they typed here. */
export function leaveBy(goOn: () => void): void {
  if (mayLeave(goOn)) goOn()
}

/** Goes to an address of this application. `replace` leaves no step to come back to. */
export function goTo(address: string, options: { readonly replace?: boolean } = {}): void {
  const target = new URL(address, location.href)
  const goOn = () => {
    const { index, from } = trail()
    if (options.replace) history.replaceState({ index, from }, '', target)
    else history.pushState({ index: index + 1, from: here() }, '', target)
    window.dispatchEvent(new Event(MOVED))
  }
  if (target.pathname === location.pathname) goOn()
  else leaveBy(goOn)
}

/** The address from which this page was opened, if it begins with `path`. */
export const cameFrom = (path: string): string | null => {
  const { from } = trail()
  return from?.startsWith(path) ? from : null
}

function linkIn(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0) return null
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null
  const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement)
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return null
  return link.pathname.startsWith('/admin/') ? link : null
}

/** Follows links and the browser's own steps; tells each move. Returns how to stop. */
export function followMoves(moved: () => void): () => void {
  let current = { path: location.pathname, index: trail().index }
  let undoing = false

  const arrived = () => {
    current = { path: location.pathname, index: trail().index }
    moved()
  }
  const onClick = (event: MouseEvent) => {
    const link = linkIn(event)
    if (!link) return
    event.preventDefault()
    goTo(link.href)
  }
  const onStep = () => {
    if (undoing) {
      undoing = false
      return
    }
    const step = trail().index - current.index
    if (location.pathname === current.path) return arrived()
    const goOn = () => history.go(step)
    if (mayLeave(goOn)) return arrived()
    undoing = true
    history.go(-step)
  }

  document.addEventListener('click', onClick)
  window.addEventListener('popstate', onStep)
  window.addEventListener(MOVED, arrived)
  return () => {
    document.removeEventListener('click', onClick)
    window.removeEventListener('popstate', onStep)
    window.removeEventListener(MOVED, arrived)
  }
}

declare global {
  interface WindowEventMap {
    'aduan-leaving': LeavingEvent
  }
}
