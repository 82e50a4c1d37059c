import type { UnitTrustView } from '../../service/contract/unit.ts'
import type { TransportSettings } from './transport.ts'

export interface WidgetRelease {
  readonly version: string
  /** The hash of each script, by its name. */
  readonly integrity: Readonly<Record<string, string>>
}

/** What everybody may read about the widget. The calls carry no session, like those of a page on the web. */
export function createWidgetClient({ service }: Pick<TransportSettings, 'service'>) {
  const read = async (path: string, signal: AbortSignal | undefined) => {
    const answer = await fetch(`${service}${path}`, { credentials: 'omit', ...(signal && { signal }) })
    return answer.json()
  }
  return {
    readTrust: (tenant: string, signal?: AbortSignal): Promise<UnitTrustView> =>
      read(`/api/v1/tenants/${encodeURIComponent(tenant)}/trust`, signal),
    /** The newest first. */
    listReleases: (signal?: AbortSignal): Promise<readonly WidgetRelease[]> => read('/widget/versions.json', signal),
  }
}

export type WidgetClient = ReturnType<typeof createWidgetClient>
