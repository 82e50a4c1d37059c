import { register } from '../../element/register.ts'
import type { WidgetOnPage } from '../../element/widget-on-page.ts'
import { AduanFrame, isShown } from './aduan-frame.ts'

register('aduan-frame', AduanFrame)

/** The widgets whose dialog is framed each time it is opened. */
const listening = new WeakSet<WidgetOnPage>()

/**
 * Shows the form in a frame where the page runs the script of the widget but may not ask the service. Where frames are
 * blocked too, the failure and the link stay. When called again, the frame follows the attributes.
 */
export function showFrame(widget: WidgetOnPage): void {
  const shadow = widget.shadowRoot
  const shown = shadow?.querySelector('aduan-frame')
  if (shown instanceof AduanFrame) {
    shown.follow()
    return
  }
  // The dialog is drawn anew each time it is opened, and its first opening may come after the failure.
  if (widget.mode === 'button' && !listening.has(widget)) {
    listening.add(widget)
    widget.addEventListener('aduan-opened', () => showFrame(widget))
  }
  // The framed form has its own quick exit.
  const names = widget.mode === 'inline' ? '.root' : '.exit, .body'
  const covered = [...(shadow?.querySelectorAll<HTMLElement>(names) ?? [])]
  const last = covered.at(-1)
  if (!last || isShown(covered)) return
  const frame = new AduanFrame()
  Object.assign(frame, { widget, covered })
  last.after(frame)
}
