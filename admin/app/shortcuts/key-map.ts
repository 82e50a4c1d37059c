import type { Membership } from '../../api/wire.ts'
import { casesAddress } from '../../page/addresses.ts'
import { goTo } from '../../page/navigation.ts'
import type { shortcutWording } from '../../wording/shortcut-wording.ts'
import { inElement } from './on-the-page.ts'

type KeyName = keyof ReturnType<typeof shortcutWording>['keys']
type Group = 'anywhere' | 'register' | 'case'

/** One single-letter shortcut: what it is called, where it holds, and what it does. */
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

/** Opens the guide of the page, as "?" beside the bell does. */
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
