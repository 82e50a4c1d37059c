import type { AduanWidget } from '../aduan-widget/aduan-widget.ts'
import { wearTheme } from '../aduan-widget/frame/frame-theme.ts'
import { openMemoryStore } from '../filing/draft/draft-store.ts'
import { readLanguage } from '../texts/languages.ts'
import previewWording from '../texts/preview.json'
import { answerInPlace } from './answer-in-place.ts'

/**
 * Runs in the page that shows an office its form before visitors see it. The page's policy gives it no origin, so no
 * storage, and blocks every request. The settings stand behind the `#` of the address.
 */
const main = document.querySelector('main')
answerInPlace(JSON.parse(main?.dataset.unit ?? '{}'))

let shown = ''
let form = formOf(new URLSearchParams())

function formOf(settings: URLSearchParams): AduanWidget {
  const widget = document.createElement('aduan-widget')
  const { origin } = new URL(import.meta.url)
  const { reword, leave }: Pick<AduanWidget, 'reword' | 'leave'> = {
    reword: (wording) => {
      const { send } = previewWording({ language: readLanguage(widget.lang) })
      return { ...wording, review: { ...wording.review, send } }
    },
    leave: () => location.reload(),
  }
  Object.assign(widget, { service: origin, keep: openMemoryStore, reword, leave })
  for (const name of ['mode', 'view', 'category']) widget.setAttribute(name, settings.get(name) ?? '')
  widget.setAttribute('tenant', main?.dataset.tenant ?? '')
  widget.className = 'widget'
  return widget
}

/** Changes language and theme of the shown form. Another mode, view or category makes a new form. */
function follow(): void {
  const settings = new URLSearchParams(location.hash.slice(1))
  const asked = ['mode', 'view', 'category'].map((name) => settings.get(name)).join()
  if (asked !== shown) {
    shown = asked
    form = formOf(settings)
    main?.replaceChildren(form)
  }
  form.lang = settings.get('lang') ?? 'id'
  document.documentElement.style.colorScheme = settings.get('scheme') ?? ''
  wearTheme(form, settings)
}

addEventListener('hashchange', follow)
follow()
