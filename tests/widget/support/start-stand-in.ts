import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { TestProject } from 'vitest/node'
import { standInService } from '../../support/stand-in-service.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Origin of the stand-in service. */
    standIn: string
  }
}

/** Starts the stand-in on a free port for one run of the tests, and stops it afterwards. */
export default async function startStandIn(project: TestProject) {
  const server = serve({ fetch: standInService().fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((listening) => server.once('listening', listening))
  project.provide('standIn', `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  return () => new Promise<void>((closed) => server.close(() => closed()))
}
