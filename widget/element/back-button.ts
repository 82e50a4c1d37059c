/** Browsers offer this for things that "back" closes. TypeScript does not know it yet. */
interface CloseWatcher extends EventTarget {
  destroy(): void
}
declare const CloseWatcher: (new () => CloseWatcher) | undefined

const depthOf = (): number => history.state?.depth ?? 0

/** Leaves the page so that "back" returns to none of its steps. The form is off the screen before. */
export function leavePage(to: string): void {
  const go = () => location.replace(to)
  const depth = depthOf()
  if (!depth) {
    go()
    return
  }
  addEventListener('popstate', go, { once: true })
  history.go(-depth)
  // Quick exit never fails: it goes also where the history does not answer.
  setTimeout(go, 300)
}

export interface BackButton {
  enter(step: string): void
  /** Goes back by the browser, where the step before is in its history. */
  goBack(): boolean
  close(): void
}

/**
 * Lets "back" of the phone go one step back. On the service's own page each step is an entry of the history. The history
 * of another page belongs to that page, so there the browser is asked for its close request, which leaves it untouched.
 *
 * @param show shows the step to which the history went, or the one before where it does not say
 */
export function watchBackButton(service: string, show: (step?: string) => void): BackButton {
  // In a frame the entries would be those of the page around.
  const isOwnPage = new URL(service).origin === location.origin && window.parent === window
  const over = new AbortController()
  let watcher: CloseWatcher | undefined
  const stepOf = (): string | undefined => history.state?.aduan
  if (isOwnPage) addEventListener('popstate', () => show(stepOf() ?? 'procedure'), over)
  return {
    enter(step) {
      watcher?.destroy()
      if (isOwnPage) history.pushState({ aduan: step, depth: depthOf() + 1 }, '')
      else if (typeof CloseWatcher === 'function' && step !== 'procedure' && matchMedia('(pointer:coarse)').matches) {
        watcher = new CloseWatcher()
        watcher.addEventListener('close', () => show())
      }
    },
    goBack() {
      if (isOwnPage && stepOf()) history.back()
      return isOwnPage && !!stepOf()
    },
    close() {
      watcher?.destroy()
      over.abort()
    },
  }
}

/** Number and code of a case that is opened without typing. */
export interface KnownCase {
  readonly number: string
  readonly trackingCode: string
  /** The person has copied or saved the code. */
  readonly isKept: boolean
}

/** Opens the case of a receipt. It goes up through the form, and not out of the widget. */
export class ReceiptFollowed extends CustomEvent<KnownCase> {
  constructor({ number, trackingCode }: Omit<KnownCase, 'isKept'>, isKept: boolean) {
    super('receipt-followed', { bubbles: true, detail: { number, trackingCode, isKept } })
  }
}

declare global {
  interface HTMLElementEventMap {
    'receipt-followed': ReceiptFollowed
  }
}
