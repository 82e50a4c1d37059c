import type { Instant } from '../../shared/instant.ts'

/** A version of the widget whose bytes never change, at `/widget/{version}/`. */
export interface WidgetRelease {
  /** `1.2.3`. */
  readonly version: string
  /** What a page writes into `integrity`, by the name of each script: `sha384-…`. */
  readonly integrity: Readonly<Record<string, string>>
}

/** A version that no page may show any more, because something is wrong with it. */
export interface WithdrawnVersion {
  readonly tenant: string
  readonly id: string
  readonly version: number
  readonly at: Instant
  /** The operator reads it; visitors are told where to go instead. */
  readonly reason: string
}

/** The version in the address of a script; `null` for the one that moves, `v1`, and for what is no script of the widget. */
export const versionIn = (path: string): string | null => /^\/widget\/(\d+\.\d+\.\d+)\//.exec(path)?.[1] ?? null
