import type { AduanWidget } from '../aduan-widget/aduan-widget.ts'
import { wearTheme } from '../aduan-widget/frame/frame-theme.ts'
import { memoryDraftStore } from '../filing/draft/memory-draft-store.ts'
import { languageOf } from '../wording/language-of.ts'
import { answerInPlace } from './answer-in-place.ts'
import { previewMessages } from './wording.ts'

/**
 * Runs in the page by which an office sees its form before visitors do. The page's policy gives it no origin, so no
 * storage, and lets it ask nobody anything. What is to be shown stands behind the `#` of the address.
 */
const main = document.querySelector('main')
answerInPlace(JSON.parse(main?.dataset.unit ?? '{}'))

let shown = ''
let form = formOf(new URLSearchParams())

function formOf(said: URLSearchParams): AduanWidget {
  const widget = document.createElement('aduan-widget')
  const { origin } = new URL(import.meta.url)
  const { reword, leave }: Pick<AduanWidget, 'reword' | 'leave'> = {
    reword: (messages) => {
      const { send } = previewMessages[languageOf(widget.lang)]
      return { ...messages, review: { ...messages.review, send } }
    },
    leave: () => location.reload(),
  }
  Object.assign(widget, { service: origin, keep: memoryDraftStore, reword, leave })
  for (const name of ['mode', 'view', 'category']) widget.setAttribute(name, said.get(name) ?? '')
  widget.setAttribute('tenant', main?.dataset.tenant ?? '')
  widget.className = 'widget'
  return widget
}

/** Language and looks change on the form that stands there; another mode, view or category is another form. */
function follow(): void {
  const said = new URLSearchParams(location.hash.slice(1))
  const asked = ['mode', 'view', 'category'].map((name) => said.get(name)).join()
  if (asked !== shown) {
    shown = asked
    form = formOf(said)
    main?.replaceChildren(form)
  }
  form.lang = said.get('lang') ?? 'id'
  document.documentElement.style.colorScheme = said.get('scheme') ?? ''
  wearTheme(form, said)
}

addEventListener('hashchange', follow)
follow()
