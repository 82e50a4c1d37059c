import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { staffAlerts } from './stand-in-staff/alerts.ts'
import {
  mountActs,
  mountCase,
  mountDesk,
  mountFiles,
  mountIdentity,
  mountRegister,
} from './stand-in-staff/case-routes.ts'
import { mountControls, mountGate, mountSession } from './stand-in-staff/gate.ts'
import { staffLapor } from './stand-in-staff/lapor.ts'
import { mountOperator } from './stand-in-staff/operator-routes.ts'
import { standInPapers } from './stand-in-staff/papers.ts'
import { api, freshOffice, type Stage, unit } from './stand-in-staff/stage.ts'
import { staffTransfers } from './stand-in-staff/transfers.ts'
import { mountLists, mountMailbox, mountSettings, mountStaff, mountUnit } from './stand-in-staff/unit-routes.ts'
import { standInUnsent } from './stand-in-unsent.ts'

/**
 * The staff API in memory, by the contract's types, for tests of the admin application. Under `/stand-in` a test sets
 * the stage: begin anew, misbehave, end every session, or act on a case as somebody else.
 */
export function createStandIn(): Hono {
  const stage: Stage = { office: freshOffice() }
  const alerts = staffAlerts()
  const papers = standInPapers()
  const transfers = staffTransfers()
  const unsent = standInUnsent()
  const app = new Hono()

  app.use(cors({ origin: (origin) => origin, credentials: true, exposeHeaders: ['X-Request-Id'] }))
  app.post('/stand-in/reset', (c) => {
    stage.office = freshOffice()
    for (const part of [alerts, papers, transfers, unsent]) part.reset()
    return c.body(null, 204)
  })
  mountControls(app, stage, alerts)
  app.use(`${api}/*`, unsent.dropSent)
  for (const mount of [mountGate, mountSession, mountUnit]) mount(app, stage)
  app.route(`${unit}/alerts`, alerts.routes)
  app.route(unit, papers.routes)
  app.route(`${unit}/transfers`, transfers.routes)
  app.route(`${unit}/lapor`, staffLapor())
  for (const mount of [mountLists, mountRegister, mountCase, mountFiles, mountIdentity, mountDesk]) mount(app, stage)
  unsent.mount(app, unit)
  // An act's name may be any word, so acts come after everything else of a case.
  for (const mount of [mountActs, mountSettings, mountStaff, mountMailbox, mountOperator]) mount(app, stage)
  return app
}

/** Starts the stand-in on a free port of this machine. */
export async function startStandIn(): Promise<{ readonly origin: string; readonly server: ServerType }> {
  const server = serve({ fetch: createStandIn().fetch, hostname: 'localhost', port: 0 })
  await new Promise((listening) => server.once('listening', listening))
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server }
}
