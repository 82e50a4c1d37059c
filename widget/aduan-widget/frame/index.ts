import { register } from '../../element/register.ts'
import type { WidgetOnPage } from '../../element/widget-on-page.ts'
import { AduanFrame, isShown } from './aduan-frame.ts'

register('aduan-frame', AduanFrame)

/**
 * Shows the form in a frame where the page lets the widget's script run but not ask the service. Where frames are
 * blocked too, nothing changes: the sentence and the link stay. Called again, the frame follows what changed.
 */
export function frameInstead(widget: WidgetOnPage): void {
  const shadow = widget.shadowRoot
  const shown = shadow?.querySelector('aduan-frame')
  if (shown instanceof AduanFrame) {
    shown.follow()
    return
  }
  // A dialog is drawn anew each time that it is opened, the first time perhaps only after the failure.
  if (widget.mode === 'button') widget.addEventListener('aduan-opened', frameAgain)
  // The framed form brings a quick exit of its own.
  const names = widget.mode === 'inline' ? '.root' : '.exit, .body'
  const covered = [...(shadow?.querySelectorAll<HTMLElement>(names) ?? [])]
  const last = covered.at(-1)
  if (!last || isShown(covered)) return
  const frame = new AduanFrame()
  Object.assign(frame, { widget, covered })
  last.after(frame)
}

const frameAgain = ({ currentTarget }: Event) => frameInstead(currentTarget as WidgetOnPage)
