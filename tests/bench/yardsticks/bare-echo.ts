import { fork } from 'node:child_process'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { firstMessage } from '../first-message.ts'

/** A bare Hono that answers JSON with the same JSON, in a process of its own. */
export async function startBareEcho(): Promise<{ readonly url: string; stop(): void }> {
  const child = fork(import.meta.filename)
  const port = await firstMessage<number>(child)
  return { url: `http://127.0.0.1:${port}`, stop: () => void child.kill() }
}

function echoHere(): void {
  const app = new Hono().post('/echo', async (c) => c.json(await c.req.json()))
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port))
}

if (import.meta.filename === process.argv[1]) echoHere()
