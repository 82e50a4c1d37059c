import { z } from '@hono/zod-openapi'
import { instant } from './fields.ts'
import type { Shown } from './shown.ts'

export const embedRequest = z
  .strictObject({
    url: z.string().trim().min(1).max(2_000),
  })
  .openapi('EmbedRequest')

const checks = ['page', 'snippet', 'origin', 'policy', 'version', 'sealing', 'duplicates'] as const

export const embedCheck = z
  .object({
    /** The address of the page after redirects. */
    url: z.string(),
    verdicts: z.array(
      z.object({
        check: z.enum(checks),
        /** A stable code. */
        finding: z.string(),
        state: z.enum(['good', 'poor', 'bad']),
        /** What the sentence for it quotes, such as an origin, a version or a status. */
        about: z.string().optional(),
      }),
    ),
    /** What visitors get; `null` if no page was reached. */
    layer: z.enum(['element', 'frame', 'link', 'nothing']).nullable(),
    /** Policies of the page that block something, and how they must read instead. */
    policyLines: z.array(z.object({ where: z.enum(['header', 'meta']), now: z.string(), wanted: z.string() })),
  })
  .openapi('EmbedCheck')
export type EmbedCheckView = Shown<typeof embedCheck>

export const widgetSightings = z
  .object({
    items: z.array(
      z.object({
        origin: z.string(),
        /** How the origin relates to those that the office named. */
        standing: z.enum([
          'named',
          'none_named',
          'not_named',
          'differs_by_www',
          'differs_by_scheme',
          'differs_by_port',
          'nobodys',
        ]),
        lastSeenAt: instant,
        /** It is `null` in a frame, whose version is always the newest. */
        version: z.string().nullable(),
        layer: z.enum(['element', 'frame']),
        /** The modes in which its pages showed the form since then. */
        modes: z.array(z.enum(['inline', 'button', 'follow', 'frame'])),
        countedSince: instant,
        troubles: z.array(
          z.object({
            trouble: z.enum(['origin_refused', 'version_withdrawn', 'fault', 'nonsense', 'timeout']),
            count: z.int(),
          }),
        ),
      }),
    ),
    newestVersion: z.string().nullable(),
  })
  .openapi('WidgetSightings')
export type WidgetSightingsView = Shown<typeof widgetSightings>
