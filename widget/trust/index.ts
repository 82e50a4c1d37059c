import type { AduanWidget } from '../aduan-widget/aduan-widget.ts'
import { languageOf } from '../messages/language-of.ts'
import { register } from '../register.ts'
import { AduanTrust } from './aduan-trust.ts'

register('aduan-trust', AduanTrust)

/** Answers “is this really the office?” over the form. Focus comes back to who asked. */
export function showTrust(widget: AduanWidget): void {
  const panel = document.createElement('aduan-trust')
  panel.lang = languageOf(widget.lang)
  panel.service = widget.service
  panel.tenant = widget.tenant
  widget.shadowRoot?.querySelector('.root')?.append(panel)
}
