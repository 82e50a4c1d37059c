import { fork } from 'node:child_process'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { fire } from '../fire.ts'
import { firstMessage } from '../first-message.ts'

const CONNECTIONS = 20
const WARM_UP = 3_000
const ECHOES = 12_000

/** Answers per second of a bare Hono that sends back the JSON that it got, in a process of its own. */
export async function bareEchoes(): Promise<number> {
  const child = fork(import.meta.filename)
  try {
    const url = `http://127.0.0.1:${await firstMessage<number>(child)}`
    const headers = { 'Content-Type': 'application/json' }
    const shots = [{ path: '/echo', method: 'POST', headers, body: '{"a":1}' }] as const
    await fire({ url, shots, connections: CONNECTIONS, amount: WARM_UP })
    return (await fire({ url, shots, connections: CONNECTIONS, amount: ECHOES })).perSecond
  } finally {
    child.kill()
  }
}

function echoHere(): void {
  const app = new Hono().post('/echo', async (c) => c.json(await c.req.json()))
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port))
}

if (import.meta.filename === process.argv[1]) echoHere()
