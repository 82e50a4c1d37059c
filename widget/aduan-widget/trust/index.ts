import { register } from '../../element/register.ts'
import type { WidgetOnPage } from '../../element/widget-on-page.ts'
import { readLanguage } from '../../wording/language-of.ts'
import { AduanTrust } from './aduan-trust.ts'

register('aduan-trust', AduanTrust)

/** Answers “is this really the office?” over the form. Closing it returns the focus. */
export function showTrust(widget: WidgetOnPage): void {
  const panel = document.createElement('aduan-trust')
  panel.lang = readLanguage(widget.lang)
  panel.service = widget.service
  panel.tenant = widget.tenant
  widget.shadowRoot?.querySelector('.root')?.append(panel)
}
