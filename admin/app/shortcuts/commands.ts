import type { SessionView } from '../../../service/contract/session.ts'
import { bearsTrackingCode } from '../../../service/shared/tracking-code.ts'
import { readTypedNumber } from '../../../service/shared/typed-number.ts'
import type { Membership } from '../../api/wire.ts'
import { caseAddress, casesAddress } from '../../page/addresses.ts'
import { goTo } from '../../page/navigation.ts'
import { shortcutWording } from '../../wording/shortcut-wording.ts'
import type { Wording } from '../../wording/wording.ts'
import { linksFor, ownLinks } from '../routes/page-links.ts'
import { openGuide } from './key-map.ts'
import { inElement } from './on-the-page.ts'

/** One thing that the palette can do. */
export interface Command {
  readonly kind: string
  readonly label: string
  readonly run: () => void
}

const normalize = (text: string) => text.toLowerCase().replace(/\s+/g, ' ').trim()
const wholeNumber = /^[a-z][a-z0-9]*-\d{4}-\d+$/i

/** Lists the commands of the palette: the actions on the open case first, then the pages. */
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
    ? [{ kind: '', label: openCase(number), run: () => goTo(caseAddress(tenant, number)) }]
    : fetched.cases.map((one) => ({
        kind: one.subject,
        label: openCase(one.number),
        run: () => goTo(caseAddress(tenant, one.number)),
      }))
  if (bearsTrackingCode(text)) return fitting
  const search = `${casesAddress(tenant)}?${new URLSearchParams({ status: 'all', q: text })}`
  const places = `${casesAddress(tenant)}?${new URLSearchParams({ status: 'all', placeWords: text })}`
  return [
    ...cases,
    ...fitting,
    { kind: '', label: searchFor(text), run: () => goTo(search) },
    { kind: '', label: searchPlace(text), run: () => goTo(places) },
  ]
}
