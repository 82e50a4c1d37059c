import type { Hono, MiddlewareHandler } from 'hono'

interface Kept {
  readonly fields: object[]
  readonly version: number
  readonly savedAt: string
}

const savedAt = new Date().toISOString()

/** Keeps what is typed and not sent, as the service does, of one person. */
export function standInUnsent() {
  const kept = new Map<string, Kept>()
  const below = (list: string) =>
    [...kept].flatMap(([path, one]) =>
      path.startsWith(`${list}/`) ? [{ kind: path.slice(list.length + 1), ...one }] : [],
    )
  return {
    reset: () => kept.clear(),

    dropSent: (async (c, next) => {
      await next()
      const [number, kind] = c.req.header('X-Sends-Unsent')?.split('/') ?? []
      if (kind && c.res.ok) kept.delete(number === '-' ? `desk-unsent/${kind}` : `cases/${number}/unsent/${kind}`)
    }) satisfies MiddlewareHandler,

    mount(app: Hono, unit: string) {
      for (const list of ['intake-unsent', 'desk-unsent', 'cases/:number/unsent']) {
        const pathOf = (address: string) => decodeURIComponent(new URL(address).pathname).split(`${unit}/`)[1] ?? ''
        const one = `${unit}/${list}/:kind`
        app.get(`${unit}/${list}`, (c) => c.json({ items: below(pathOf(c.req.url)) }))
        app.get(one, (c) => {
          const path = pathOf(c.req.url)
          const found = kept.get(path)
          return c.json({ items: found ? [{ kind: path.split('/').at(-1), ...found }] : [] })
        })
        app.put(one, async (c) => {
          const { version, fields } = await c.req.json<Kept>()
          kept.set(pathOf(c.req.url), { fields, savedAt, version: version + 1 })
          return c.json({ version: version + 1, savedAt })
        })
        app.delete(one, (c) => {
          kept.delete(pathOf(c.req.url))
          return c.body(null, 204)
        })
      }
      app.get(`${unit}/unsent`, (c) => c.json({ numbers: [] }))
    },
  }
}
