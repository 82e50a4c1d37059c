import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

/** Its bytes never change; it lies at `/widget/{version}/`. */
export interface WidgetRelease {
  /** `1.2.3`. */
  readonly version: string
  /** The value of `integrity` for a page, by the name of each script: `sha384-…`. */
  readonly integrity: Readonly<Record<string, string>>
}

/** No page may show this version any more, because it has a fault. */
export interface WithdrawnVersion {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  readonly at: Instant
  /** The operator reads it; visitors read where to go instead. */
  readonly reason: string
}

/**
 * The version in the address of a script; `null` for `v1`, which moves, and for anything that is no script of the
 * widget.
 */
export const versionIn = (path: string): string | null => /^\/widget\/(\d+\.\d+\.\d+)\//.exec(path)?.[1] ?? null
