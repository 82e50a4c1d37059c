import type { WidgetOnPage } from '../../element/events.ts'
import { register } from '../../element/register.ts'
import { nameFollowing } from '../../filing/draft/draft-store.ts'
import { loadWithWording, readLanguage } from '../../texts/languages.ts'
import { AduanIdle } from './aduan-idle.ts'

register('aduan-idle', AduanIdle)

/**
 * Covers the form and asks whether to go on. A shared device counts down, and wipes the form when nobody answers in time;
 * there a form behind its closed button, or on a device that slept through the question, is wiped at once. Any other
 * device waits for the answer as long as it takes. An untouched form is left alone, and one that is being sent is asked
 * about later.
 */
export async function askWhoIsThere(widget: WidgetOnPage | undefined): Promise<void> {
  if (!widget) return
  const loading = loadWithWording(Promise.resolve(), readLanguage(widget.lang))
  // Without wording nobody can be asked.
  await loading.then(
    () => ask(widget),
    () => void (widget.answerWithin && widget.wipe()),
  )
}

function ask(widget: WidgetOnPage): void {
  const root = widget.shadowRoot?.querySelector('.root')
  if (!root || !widget.isConnected || !(widget.touchedAt || tabHolds(widget))) return
  if (root.querySelector('aduan-idle')) return
  if (isSending(widget)) {
    widget.stay()
    return
  }
  const deadline = deadlineOf(widget)
  if (deadline && (isShut(widget) || Date.now() >= deadline)) {
    void widget.wipe()
    return
  }
  if (isShut(widget)) return
  const question = document.createElement('aduan-idle')
  question.lang = readLanguage(widget.lang)
  question.deadline = deadline
  question.hasCode = !!widget.shadowRoot?.querySelector('aduan-filing')?.shadowRoot?.querySelector('aduan-receipt')
  question.addEventListener('idle-answered', (event) => {
    question.remove()
    if (event instanceof CustomEvent && event.detail.isThere) widget.stay()
    else void widget.wipe()
  })
  root.append(question)
}

/** When a shared device is wiped; 0 on any other. */
function deadlineOf({ touchedAt, quietFor, answerWithin }: WidgetOnPage): number {
  return answerWithin ? (touchedAt || Date.now() - quietFor) + quietFor + answerWithin : 0
}

/** Says whether this tab keeps a draft, or number and code, of an earlier visit. */
function tabHolds({ memoryName: name }: WidgetOnPage): boolean {
  try {
    return [name, nameFollowing(name)].some((key) => sessionStorage.getItem(key) !== null)
  } catch {
    return false
  }
}

/**
 * On a shared device a form that only waits for a network does not count as being sent: the next person must not find
 * it.
 */
const isSending = ({ shadowRoot, answerWithin }: WidgetOnPage): boolean => {
  const form = shadowRoot?.querySelector('aduan-filing')?.shadowRoot
  return (
    !!form?.querySelector('[aria-disabled="true"]') &&
    !(answerWithin && form.querySelectorAll('.actions button').length > 2)
  )
}

const isShut = ({ mode, shadowRoot }: WidgetOnPage): boolean =>
  mode === 'button' && !shadowRoot?.querySelector('.panel')
