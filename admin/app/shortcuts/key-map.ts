import type { SessionView } from '../../../service/contract/account.ts'
import { bearsTrackingCode } from '../../../service/shared/tracking-code.ts'
import { readTypedNumber } from '../../../service/shared/typed-number.ts'
import type { Membership } from '../../api/wire.ts'
import { caseAddress, casesAddress } from '../../page/addresses.ts'
import { goTo } from '../../page/navigation.ts'
import shortcutWording from '../../texts/shortcut.json'
import type { Wording } from '../../wording/wording.ts'
import { linksFor, ownLinks } from '../routes/page-links.ts'

/** Finds what a person sees on the page, through the shadows of its elements. A shortcut presses it as they would. */
function* seenOn(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if (element.shadowRoot) yield* seenOn(element.shadowRoot)
  }
}

export function elementNamed<E extends Element>(name: string): E | undefined {
  for (const { shadowRoot } of seenOn(document)) {
    const found = shadowRoot?.querySelector<E>(name)
    if (found) return found
  }
  return undefined
}

export function inElement<E extends Element>(name: string, selector: string): E[] {
  for (const { localName, shadowRoot } of seenOn(document)) {
    if (localName === name && shadowRoot) return [...shadowRoot.querySelectorAll<E>(selector)]
  }
  return []
}

type KeyName = keyof ReturnType<typeof shortcutWording>['keys']
type Group = 'anywhere' | 'register' | 'case'

export interface Shortcut {
  readonly key: string
  readonly name: KeyName
  readonly group: Group
  readonly press: () => void
}

const hasFocus = (element: Element): boolean => element.matches(':focus')
const lines = () => inElement<HTMLAnchorElement>('register-list', 'a.number')

function move(step: 1 | -1): void {
  const all = lines()
  const here = all.findIndex(hasFocus)
  const next = here < 0 ? (step === 1 ? 0 : all.length - 1) : here + step
  all[Math.min(Math.max(next, 0), all.length - 1)]?.focus()
}

function pick(): void {
  const line = lines().find(hasFocus)
  line?.closest('tr, li')?.querySelector<HTMLInputElement>('.pick input')?.click()
}

function search(tenant: string): void {
  const [field] = inElement<HTMLInputElement>('register-filters', 'input[type=search]')
  if (field) field.focus()
  else goTo(casesAddress(tenant))
}

export const openGuide = () => window.dispatchEvent(new Event('aduan-help'))

const write = (element: 'case-messages' | 'case-notes') =>
  inElement<HTMLElement>(element, 'message-composer')[0]?.shadowRoot?.querySelector('textarea')?.focus()

/** The single-letter shortcuts of a unit's desk, as the overlay lists them. @param help shows that overlay */
export const shortcutsOf = ({ tenant }: Pick<Membership, 'tenant'>, help: () => void): readonly Shortcut[] => [
  { key: '?', name: 'help', group: 'anywhere', press: help },
  { key: 'h', name: 'guide', group: 'anywhere', press: openGuide },
  { key: '/', name: 'search', group: 'anywhere', press: () => search(tenant) },
  { key: 'j', name: 'next', group: 'register', press: () => move(1) },
  { key: 'k', name: 'previous', group: 'register', press: () => move(-1) },
  {
    key: 'o',
    name: 'open',
    group: 'register',
    press: () => lines().find(hasFocus)?.click(),
  },
  { key: 'x', name: 'pick', group: 'register', press: pick },
  {
    key: 'a',
    name: 'acts',
    group: 'case',
    press: () => inElement<HTMLElement>('act-bar', 'button, a')[0]?.focus(),
  },
  { key: 'm', name: 'message', group: 'case', press: () => write('case-messages') },
  { key: 'n', name: 'note', group: 'case', press: () => write('case-notes') },
  {
    key: 'u',
    name: 'up',
    group: 'case',
    press: () => inElement<HTMLElement>('case-header', 'a.back')[0]?.click(),
  },
]

/** After `g`: the second letter, and the page by its pattern. */
export const goKeys: readonly (readonly [key: string, pattern: string])[] = [
  ['r', '/admin/{tenant}/cases'],
  ['h', '/admin/{tenant}/today'],
  ['t', '/admin/{tenant}/intake'],
  ['p', '/admin/{tenant}/inbound'],
  ['l', '/admin/{tenant}/late'],
  ['k', '/admin/{tenant}/undelivered'],
  ['s', '/admin/{tenant}/letters'],
]

/** Returns whether the event comes from a field in which somebody writes. No shortcut takes a letter there. */
export function isWriting(event: Event): boolean {
  const [target] = event.composedPath()
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

export const isInDialog = (event: Event): boolean =>
  event.composedPath().some((target) => target instanceof HTMLDialogElement)

export interface Command {
  readonly kind: string
  readonly label: string
  readonly run: () => void
}

const normalize = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()
const wholeNumber = /^[a-z][a-z0-9]*-\d{4}-\d+$/i

function listCommands(wording: Wording, session: SessionView, membership: Membership | undefined): Command[] {
  const { act, page, keys } = shortcutWording(wording)
  const buttons = [...inElement<HTMLElement>('act-bar', '.act'), ...inElement<HTMLElement>('series-menu', '.act')]
  const acts = buttons.map((button): Command => {
    return { kind: act, label: button.textContent?.trim() ?? '', run: () => button.click() }
  })
  const pages = [...linksFor(wording, session, membership), ...ownLinks(wording, session, membership)].map(
    ({ label, address }): Command => ({ kind: page, label, run: () => goTo(address) }),
  )
  const guide: Command = { kind: '', label: keys.guide, run: openGuide }
  return [...acts, ...pages, guide]
}

/** Tells whether only the service knows which case is meant: by the end of its number, or by a number as people type it. */
export const isPartOrTyped = (text: string): boolean =>
  /^\d{1,9}$/.test(text) || (!wholeNumber.test(text) && readTypedNumber(text) !== null)

/** What the service or a page that is not loaded yet knows: cases by the end of their number, and parts of settings. */
export interface Fetched {
  readonly cases: readonly { readonly number: string; readonly subject: string }[]
  readonly settings: readonly { readonly label: string; readonly address: string }[]
}

/** The commands that fit what was typed; a number opens its case, and anything else can be searched for. */
export function commandsFor(
  typed: string,
  wording: Wording,
  session: SessionView,
  membership: Membership | undefined,
  fetched: Fetched,
): readonly Command[] {
  const { openCase, searchFor, searchPlace, page } = shortcutWording(wording)
  const asked = normalize(typed).split(' ').filter(Boolean)
  const parts = fetched.settings.map(({ label, address }) => ({ kind: page, label, run: () => goTo(address) }))
  const fitting = [...listCommands(wording, session, membership), ...(asked.length > 0 ? parts : [])].filter(
    ({ kind, label }) => asked.every((word) => normalize(`${kind} ${label}`).includes(word)),
  )
  if (!membership || asked.length === 0) return fitting
  const { tenant } = membership
  const text = typed.trim()
  const number = text.toUpperCase()
  const cases = wholeNumber.test(text)
    ? [{ kind: '', label: openCase({ number }), run: () => goTo(caseAddress(tenant, number)) }]
    : fetched.cases.map((one) => ({
        kind: one.subject,
        label: openCase({ number: one.number }),
        run: () => goTo(caseAddress(tenant, one.number)),
      }))
  if (bearsTrackingCode(text)) return fitting
  const search = `${casesAddress(tenant)}?${new URLSearchParams({ status: 'all', q: text })}`
  const places = `${casesAddress(tenant)}?${new URLSearchParams({ status: 'all', placeWords: text })}`
  return [
    ...cases,
    ...fitting,
    { kind: '', label: searchFor({ text }), run: () => goTo(search) },
    { kind: '', label: searchPlace({ text }), run: () => goTo(places) },
  ]
}
