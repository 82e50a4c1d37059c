import { fork } from 'node:child_process'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { percentile } from '../figure.ts'
import { firstMessage } from '../first-message.ts'
import { drive } from './driver.ts'
import type { Stage } from './shape.ts'

const nobody = { verifier: {}, handler: {}, head: {}, handlerId: '' }

/** Milliseconds within which a bare Hono that does nothing answers 95 of 100 of the same requests at the same times. */
export async function bareLifecycles(stages: readonly Stage[]): Promise<number> {
  const child = fork(import.meta.filename)
  try {
    const url = `http://127.0.0.1:${await firstMessage<number>(child)}`
    const { samples } = await drive({ url, stages, crews: [nobody] })
    return percentile(
      samples.map(({ took }) => took),
      0.95,
    )
  } finally {
    child.kill()
  }
}

function answerHere(): void {
  const app = new Hono().all('*', (c) => c.json({ number: 'A', trackingCode: 'B', revision: 1 }))
  serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.(port))
}

if (import.meta.filename === process.argv[1]) answerHere()
