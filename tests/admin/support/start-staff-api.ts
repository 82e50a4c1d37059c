import type { TestProject } from 'vitest/node'
import { startStandIn } from '../../support/stand-in-staff-api.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Origin of the stand-in of the staff API. */
    staffApi: string
  }
}

/** Starts the stand-in on a free port for one run of the tests, and stops it afterwards. */
export default async function startStaffApi(project: TestProject) {
  const { origin, server } = await startStandIn()
  project.provide('staffApi', origin)
  return () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      // A page that is still open may hold a line on which alerts come.
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
}
