import { register } from '../../element/register.ts'
import type { WidgetOnPage } from '../../element/widget-on-page.ts'
import { languageOf } from '../../wording/language-of.ts'
import { AduanTrust } from './aduan-trust.ts'

register('aduan-trust', AduanTrust)

/** Answers “is this really the office?” over the form. Focus comes back to who asked. */
export function showTrust(widget: WidgetOnPage): void {
  const panel = document.createElement('aduan-trust')
  panel.lang = languageOf(widget.lang)
  panel.service = widget.service
  panel.tenant = widget.tenant
  widget.shadowRoot?.querySelector('.root')?.append(panel)
}
