import type { Hono } from 'hono'

interface Begun {
  readonly fields: object[]
  readonly version: number
  readonly savedAt: string
}

const savedAt = new Date().toISOString()

/** Keeps the complaints that somebody began to enter, and nothing of what is typed on a case. */
export function standInUnsent() {
  const begun = new Map<string, Begun>()
  return {
    reset: () => begun.clear(),

    mount(app: Hono, unit: string) {
      const one = `${unit}/intake-unsent/:kind` as const
      app.get(`${unit}/intake-unsent`, (c) => c.json({ items: [...begun.keys()].map((kind) => ({ kind, savedAt })) }))
      app.get(one, (c) => {
        const kind = c.req.param('kind')
        const found = begun.get(kind)
        return c.json({ items: found ? [{ kind, ...found }] : [] })
      })
      app.put(one, async (c) => {
        const { version, fields } = await c.req.json<Begun>()
        begun.set(c.req.param('kind'), { fields, savedAt, version: version + 1 })
        return c.json({ version: version + 1, savedAt })
      })
      app.delete(one, (c) => {
        begun.delete(c.req.param('kind'))
        return c.body(null, 204)
      })
      app.get(`${unit}/unsent`, (c) => c.json({ numbers: [] }))
      app.get(`${unit}/cases/:number/unsent`, (c) => c.json({ items: [] }))
      app.put(`${unit}/cases/:number/unsent/:kind`, (c) => c.json({ version: 1, savedAt }))
      app.delete(`${unit}/cases/:number/unsent/:kind`, (c) => c.body(null, 204))
    },
  }
}
