import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, Store } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/place.ts'
import { requireFreshConfirmation } from '../staff/account-security.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/sessions.ts'
import type { WidgetOffice, WidgetRelease, WithdrawnVersion, WithdrawnVersions } from './sightings.ts'

/**
 * The version in the address of a script; `null` for `v1`, which moves, and for anything that is no script of the
 * widget.
 */
export const versionIn = (path: string): string | null => /^\/widget\/(\d+\.\d+\.\d+)\//.exec(path)?.[1] ?? null

export interface ReleaseState extends WidgetRelease {
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null
}

/** The newest comes first. */
export async function listReleases({
  widgetReleases,
  withdrawnVersions,
}: WidgetOffice): Promise<readonly ReleaseState[]> {
  const withdrawn = new Map((await withdrawnVersions.list()).map(({ id, at, reason }) => [id, { at, reason }]))
  return widgetReleases.map((release) => ({ ...release, withdrawn: withdrawn.get(release.version) ?? null }))
}

const refuseUnlessReleased = ({ widgetReleases }: WidgetOffice, version: string): void => {
  if (!widgetReleases.some((release) => release.version === version)) {
    throw new Refusal('not-found', 'widget/unknown-version')
  }
}

/** Pages with this version show the way to the office's own form instead, even if a browser kept the script. */
export async function withdrawVersion(
  office: WidgetOffice,
  { account, session }: SignedIn,
  { version, reason }: { readonly version: string; readonly reason: string },
): Promise<readonly ReleaseState[]> {
  requireFreshConfirmation(session, office.now())
  refuseUnlessReleased(office, version)
  await office.record(PLATFORM_UNIT, { by: account.id, act: 'widget.withdrawn', subject: version, detail: null })
  await office.withdrawnVersions.add({ id: version, at: office.now(), reason })
  return listReleases(office)
}

export async function allowVersionAgain(
  office: WidgetOffice,
  { account, session }: SignedIn,
  version: string,
): Promise<readonly ReleaseState[]> {
  requireFreshConfirmation(session, office.now())
  refuseUnlessReleased(office, version)
  await office.record(PLATFORM_UNIT, { by: account.id, act: 'widget.allowed', subject: version, detail: null })
  await office.withdrawnVersions.remove(version)
  return listReleases(office)
}

export const withdrawnVersionSpec: CollectionSpec<WithdrawnVersion> = {
  name: 'withdrawnWidgets',
  keys: { at: ({ at }) => at },
  indexes: { at: { on: ['at'] } },
}

/** Another process's change may go unseen this long, in milliseconds. */
const FRESH_FOR = 2_000
const MOST = 1_000

/** @param milliseconds a clock that only moves forward */
export async function openWithdrawnVersions(store: Store, milliseconds: () => number): Promise<WithdrawnVersions> {
  const kept: Collection<WithdrawnVersion> = await store.collection(withdrawnVersionSpec)
  let known: readonly WithdrawnVersion[] = []
  let until = Number.NEGATIVE_INFINITY

  async function list() {
    if (milliseconds() >= until) {
      known = (await kept.find(PLATFORM, { index: 'at', order: 'descending', limit: MOST })).items
      until = milliseconds() + FRESH_FOR
    }
    return known
  }
  const forget = () => {
    until = Number.NEGATIVE_INFINITY
  }

  return {
    list,
    async refuse(version) {
      if ((await list()).some(({ id }) => id === version)) throw new Refusal('gone', 'widget/withdrawn', { version })
    },
    async add(withdrawn) {
      if (!(await kept.get(PLATFORM, withdrawn.id))) await kept.insert({ tenant: PLATFORM, ...withdrawn })
      forget()
    },
    async remove(version) {
      await kept.delete(PLATFORM, version)
      forget()
    },
  }
}
