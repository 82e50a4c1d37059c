import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { RecordAccess } from '../log/record-access.ts'
import { requireFreshConfirmation } from '../staff/confirm-session.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/signed-in.ts'
import type { WidgetRelease } from './widget-release.ts'
import type { WithdrawnVersions } from './withdrawn-versions.ts'

export interface WidgetVersionPorts {
  readonly widgetReleases: readonly WidgetRelease[]
  readonly withdrawnVersions: WithdrawnVersions
  readonly record: RecordAccess
  readonly now: () => Instant
}

export interface ReleaseState extends WidgetRelease {
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null
}

/** The newest comes first. */
export async function listReleases({
  widgetReleases,
  withdrawnVersions,
}: WidgetVersionPorts): Promise<readonly ReleaseState[]> {
  const withdrawn = new Map((await withdrawnVersions.list()).map(({ id, at, reason }) => [id, { at, reason }]))
  return widgetReleases.map((release) => ({ ...release, withdrawn: withdrawn.get(release.version) ?? null }))
}

const refuseUnlessReleased = ({ widgetReleases }: WidgetVersionPorts, version: string): void => {
  if (!widgetReleases.some((release) => release.version === version)) {
    throw new Refusal('not-found', 'widget/unknown-version')
  }
}

/**
 * Pages with this version show the way to the office's own form instead, even if a browser kept the script. @throws
 * Refusal `session/confirmation-needed`, `widget/unknown-version`
 */
export async function withdrawVersion(
  ports: WidgetVersionPorts,
  { account, session }: SignedIn,
  { version, reason }: { readonly version: string; readonly reason: string },
): Promise<readonly ReleaseState[]> {
  requireFreshConfirmation(session, ports.now())
  refuseUnlessReleased(ports, version)
  await ports.record(PLATFORM_UNIT, { by: account.id, act: 'widget.withdrawn', subject: version, detail: null })
  await ports.withdrawnVersions.add({ id: version, at: ports.now(), reason })
  return listReleases(ports)
}

/** @throws Refusal `session/confirmation-needed`, `widget/unknown-version` */
export async function allowVersionAgain(
  ports: WidgetVersionPorts,
  { account, session }: SignedIn,
  version: string,
): Promise<readonly ReleaseState[]> {
  requireFreshConfirmation(session, ports.now())
  refuseUnlessReleased(ports, version)
  await ports.record(PLATFORM_UNIT, { by: account.id, act: 'widget.allowed', subject: version, detail: null })
  await ports.withdrawnVersions.remove(version)
  return listReleases(ports)
}
