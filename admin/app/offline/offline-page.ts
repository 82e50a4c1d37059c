import { forgetToday, type KeptToday, readToday } from '../../api/offline/kept-today.ts'
import { keepSeen, unseenFor } from '../../page/lock-state.ts'
import offlineEn from '../../texts/en/offline.json'
import tasksEn from '../../texts/en/today.json'
import offlineId from '../../texts/id/offline.json'
import tasksId from '../../texts/id/today.json'

/** The page that the worker shows where the service cannot be reached: it stands alone and asks nothing. */

const language = localStorage.getItem('aduan-language') === 'en' ? 'en' : 'id'
const words = language === 'en' ? offlineEn : offlineId
const kinds: Readonly<Record<string, string>> = (language === 'en' ? tasksEn : tasksId).kinds
const locale = language === 'en' ? 'en-GB' : 'id-ID'
const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' })
const days = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })

const SECOND = 1_000

function make(tag: string, text: string, ...inside: readonly Node[]): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  element.append(...inside)
  return element
}

function listOf({ items }: KeptToday): HTMLElement {
  const lines = items.map(({ number, kind, dueAt }) =>
    make(
      'li',
      '',
      make('strong', number),
      make('span', ` · ${kinds[kind] ?? kind} · ${dueAt ? days.format(new Date(dueAt)) : words.noDate}`),
    ),
  )
  return make('ul', '', ...lines)
}

function show(kept: KeptToday | null): void {
  const again = make('button', words.again)
  again.addEventListener('click', () => location.reload())
  const list = kept
    ? [
        make('h2', words.list({ unit: kept.unit })),
        make('p', words.taken({ when: moments.format(new Date(kept.takenAt)) })),
        listOf(kept),
        make('p', words.only),
      ]
    : [make('p', words.none)]
  document.querySelector('main')?.replaceChildren(make('h1', words.heading), make('p', words.text), again, ...list)
}

document.documentElement.lang = language
document.title = `${words.heading} · Aduan`

/** By the clock: the list goes with the session, and when nobody touches the device, be a page open or not. */
function readWhileTouched(): KeptToday | null {
  const kept = readToday(Date.now())
  if (!kept || unseenFor() < kept.lockAfter) return kept
  forgetToday()
  return null
}

const found = readWhileTouched()
show(found)

if (found) {
  for (const act of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) addEventListener(act, keepSeen)
  const clock = setInterval(() => {
    if (readWhileTouched()) return
    clearInterval(clock)
    show(null)
  }, SECOND)
}
addEventListener('online', () => location.reload())
