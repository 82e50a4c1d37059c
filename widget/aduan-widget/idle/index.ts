import { register } from '../../element/register.ts'
import type { WidgetOnPage } from '../../element/widget-on-page.ts'
import { followName } from '../../filing/draft/draft-store.ts'
import { languageOf } from '../../wording/language-of.ts'
import { withWords } from '../../wording/languages.ts'
import { AduanIdle } from './aduan-idle.ts'

register('aduan-idle', AduanIdle)

/**
 * Asks whether somebody is still there, over a page that shows nothing else, and wipes the form when nobody answers in
 * time. A form that nobody wrote in is left alone, and one that is being sent is asked about later. One behind its
 * closed button, or on a device that slept through the question, is wiped without it.
 */
export async function askWhoIsThere(widget: WidgetOnPage | undefined): Promise<void> {
  if (!widget) return
  const words = withWords(Promise.resolve(), languageOf(widget.lang))
  // Without words nobody can be asked.
  await words.then(
    () => ask(widget),
    () => widget.wipe(),
  )
}

function ask(widget: WidgetOnPage): void {
  const root = widget.shadowRoot?.querySelector('.root')
  if (!root || !widget.isConnected || !(widget.touchedAt || tabHolds(widget))) return
  if (isSending(widget)) {
    widget.stay()
    return
  }
  const quietSince = widget.touchedAt || Date.now() - widget.quietFor
  const deadline = quietSince + widget.quietFor + (widget.answerWithin ?? 60_000)
  if (isShut(widget) || Date.now() >= deadline) {
    void widget.wipe()
    return
  }
  const question = document.createElement('aduan-idle')
  question.lang = languageOf(widget.lang)
  question.deadline = deadline
  question.addEventListener('idle-answered', (event) => {
    question.remove()
    if (event instanceof CustomEvent && event.detail.isThere) widget.stay()
    else void widget.wipe()
  })
  root.append(question)
}

/** A draft, or number and code, that this tab keeps from before. */
function tabHolds({ memoryName: name }: WidgetOnPage): boolean {
  try {
    return [name, followName(name)].some((key) => sessionStorage.getItem(key) !== null)
  } catch {
    return false
  }
}

/** On a device for everybody, one that only waits for a network is not being sent: the next person must not find it. */
const isSending = ({ shadowRoot, answerWithin }: WidgetOnPage): boolean => {
  const form = shadowRoot?.querySelector('aduan-filing')?.shadowRoot
  return (
    !!form?.querySelector('[aria-disabled="true"]') &&
    !(answerWithin && form.querySelectorAll('.actions button').length > 2)
  )
}

const isShut = ({ mode, shadowRoot }: WidgetOnPage): boolean =>
  mode === 'button' && !shadowRoot?.querySelector('.panel')
