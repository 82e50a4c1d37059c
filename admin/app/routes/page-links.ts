import type { SessionView } from '../../../service/contract/account.ts'
import type { Membership } from '../../api/wire.ts'
import { ACCOUNT, alertSettingsAddress } from '../../page/addresses.ts'
import type { IconName } from '../../ui/icons.ts'
import type { Wording } from '../../wording/wording.ts'
import type { Route, Section } from './route.ts'
import { addressOf, entriesFor, pagesFor } from './routes.ts'

export interface PageLink {
  readonly label: string
  readonly address: string
  readonly icon: IconName
  /** Where it stands on the page of what is set; `null` elsewhere. */
  readonly section: Section | null
}

/** The settings are one route with a page for each of what they are about. */
const SETTINGS = '/admin/{tenant}/settings'

/** Lists every page that is open to a person: those of the navigation first, then each page of the settings. */
export function linksFor(
  wording: Wording,
  session: SessionView,
  membership: Membership | undefined,
): readonly PageLink[] {
  const tenant = membership?.tenant ?? ''
  const place = { path: '', tenant, number: null, query: new URLSearchParams() }
  const link = (route: Route): PageLink[] => {
    const address = addressOf(route, tenant)
    if (route.pattern === SETTINGS) return settingsLinks(wording, address)
    return [{ label: route.title(wording, place), address, icon: route.icon, section: route.section ?? null }]
  }
  return pagesFor(session, membership).flatMap(link)
}

const settingsLinks = ({ app, settings }: Wording, address: string): PageLink[] =>
  Object.entries(settings.pages).map(([part, name]) => ({
    label: `${app.settings}: ${name}`,
    address: part === 'office' ? address : `${address}?page=${part}`,
    icon: 'settings',
    section: 'settings',
  }))

export function ownLinks(
  wording: Wording,
  session: SessionView,
  membership: Membership | undefined,
): readonly Omit<PageLink, 'section'>[] {
  const { app, account, alerts } = wording
  const unit = entriesFor(session, membership).find(({ entry }) => entry === 'unit')
  return [
    ...(unit ? [{ label: app.entries.unit, address: unit.address, icon: 'building' as const }] : []),
    ...(membership
      ? [{ label: alerts.settings.heading, address: alertSettingsAddress(membership.tenant), icon: 'bell' as const }]
      : []),
    { label: account.heading, address: ACCOUNT, icon: 'person' },
  ]
}
