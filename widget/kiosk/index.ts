import type { AduanWidget } from '../aduan-widget/aduan-widget.ts'
import { openMemoryStore } from '../filing/draft/draft-store.ts'

// This script runs before the widget's own, so the form begins with these settings.
const widget = document.querySelector('aduan-widget')
if (widget) {
  const { lang } = widget
  const settings: Pick<AduanWidget, 'quietFor' | 'answerWithin' | 'keep'> = {
    quietFor: 90_000,
    answerWithin: 30_000,
    keep: openMemoryStore,
  }
  Object.assign(widget, settings)
  const finish = document.querySelector<HTMLElement>('#finish')
  widget.addEventListener('aduan-submitted', () => finish?.removeAttribute('hidden'))
  widget.addEventListener('aduan-wiped', () => {
    finish?.setAttribute('hidden', '')
    widget.lang = lang
    scrollTo(0, 0)
  })
  document.querySelector('#print')?.addEventListener('click', () => print())
  document.querySelector('#done')?.addEventListener('click', () => void widget.wipe())
}
