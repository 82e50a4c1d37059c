import { z } from '@hono/zod-openapi'
import { statuses, waitings } from '../offices/vocabulary.ts'
import { caseLine, sealedWrongLine } from './case-view.ts'
import { requiredText } from './fields.ts'
import { registerQuery } from './register-query.ts'
import type { Shown } from './shown.ts'

const MOST_VIEWS = 20

const { status: _, cursor: __, limit: ___, ...asked } = registerQuery.shape

const viewFilter = z.strictObject({ ...asked, status: z.array(z.enum(statuses)).max(statuses.length).optional() })

const view = { id: z.string().min(1).max(40), name: requiredText(60), filter: viewFilter }

const differ = (values: readonly string[]) => new Set(values).size === values.length

export const saveViews = z
  .strictObject({
    /** The revision of the list that was read; 0 if nothing was saved yet. */
    revision: z.int().min(0),
    views: z
      .array(z.strictObject(view))
      .max(MOST_VIEWS)
      .refine((views) => differ(views.map(({ id }) => id)) && differ(views.map(({ name }) => name.toLowerCase()))),
  })
  .openapi('SaveViews')
export type SaveViews = Shown<typeof saveViews>

const viewList = z.object({
  revision: z.int(),
  /** `count` is exact up to 999, and 1000 for more; `null` if it cannot be counted. */
  views: z.array(z.object({ ...view, count: z.int().nullable() })),
})

export const viewLists = z
  .object({ own: viewList, shared: viewList, mayShare: z.boolean(), most: z.int() })
  .openapi('ViewLists')
export type ViewLists = Shown<typeof viewLists>

/** Counts are exact up to 999; 1000 stands for more. */
export const workView = z
  .object({
    overdue: z.int(),
    soon: z.int(),
    open: z.int(),
    withReporter: z.int(),
    items: z.array(caseLine),
    /** Cases among them that cannot be opened. */
    sealedWrong: z.array(sealedWrongLine),
    waiting: z.array(z.object({ what: z.enum(waitings), cases: z.int() })),
  })
  .openapi('Work')
export type WorkView = Shown<typeof workView>
export { MOST_VIEWS }
