import type { AduanWidget } from '../aduan-widget/aduan-widget.ts'
import { register } from '../register.ts'
import { AduanFrame } from './aduan-frame.ts'

register('aduan-frame', AduanFrame)

/**
 * Shows the form in a frame where the page lets the widget's script run but not ask the service. Where frames are
 * blocked too, nothing changes: the sentence and the link stay. Called again, the frame follows what changed.
 */
export function frameInstead(widget: AduanWidget): void {
  const shadow = widget.shadowRoot
  const shown = shadow?.querySelector('aduan-frame')
  if (shown instanceof AduanFrame) {
    shown.follow()
    return
  }
  const covered = shadow?.querySelector<HTMLElement>(widget.mode === 'inline' ? '.root' : '.body')
  if (!covered || covered.querySelector('aduan-filing, aduan-follow')) return
  // A dialog is drawn anew each time that it is opened.
  if (widget.mode === 'button') widget.addEventListener('aduan-opened', frameAgain)
  const frame = new AduanFrame()
  Object.assign(frame, { widget, covered })
  covered.after(frame)
}

const frameAgain = ({ currentTarget }: Event) => frameInstead(currentTarget as AduanWidget)
