import type { Context } from 'hono'
import {
  addWayIn as addSchema,
  confirmSealingKey as confirmSchema,
  makeSealingKey as makeSchema,
  removeWayIn as removeSchema,
  sealingView as sealingSchema,
} from '../../contract/sealing.ts'
import {
  addWayIn,
  askToEndSealing,
  confirmEndOfSealing,
  confirmSealingKey,
  confirms,
  discardSealingKey,
  holds,
  makeSealingKey,
  readSealing,
  removeWayIn,
  type SealingPorts,
  withdrawEndOfSealing,
} from '../../offices/managing/sealing.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { SealingKeys } from '../../offices/tenants/sealing-keys.ts'
import type { AppEnv } from '../app-env.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { sealingView } from '../views/sealing-view.ts'
import { staffNames } from '../views/staff-names.ts'

const sentView = (description: string) => answers(200, sealingSchema, description)

const read = route.get('/sealing', {
  summary: 'The keys to which browsers seal identities',
  description: 'To custodians also the secret halves, as they were wrapped in a browser.',
  ...forStaff(...confirms),
  request: { params: tenantParam },
  responses: sentView('Newest first'),
})
const make = route.post('/sealing/keys', {
  summary: 'Give a key that was made in a custodian’s browser; a second person confirms it',
  ...forStaff(...holds),
  request: { params: tenantParam, ...jsonBody(makeSchema) },
  responses: sentView('Waits for a second person'),
})
const confirm = route.post('/sealing/confirmation', {
  summary: 'As a second person, have identities sealed to the key that waits',
  ...forStaff(...confirms),
  request: { params: tenantParam, ...jsonBody(confirmSchema) },
  responses: sentView('Holds from now on'),
})
const discard = route.delete('/sealing/waiting', {
  summary: 'Forget the key that waits',
  ...forStaff(...confirms),
  request: { params: tenantParam },
  responses: sentView('Forgotten'),
})
const askEnd = route.post('/sealing/end', {
  summary: 'Ask that new identities are kept the ordinary way again; a second person confirms it within seven days',
  ...forStaff(...holds),
  request: { params: tenantParam },
  responses: sentView('Waits for a second person'),
})
const withdrawEnd = route.delete('/sealing/end', {
  summary: 'Take the request to end sealing back',
  ...forStaff(...confirms),
  request: { params: tenantParam },
  responses: sentView('Sealing goes on'),
})
const confirmEnd = route.post('/sealing/end/confirmation', {
  summary: 'As a second person, have new identities kept the ordinary way again; what is sealed stays so',
  ...forStaff(...confirms),
  request: { params: tenantParam },
  responses: sentView('Holds from now on'),
})
const add = route.post('/sealing/ways', {
  summary: 'Keep a key under one’s own passphrase or passkey too',
  ...forStaff(...holds),
  request: { params: tenantParam, ...jsonBody(addSchema) },
  responses: sentView('Kept'),
})
const remove = route.post('/sealing/ways/removal', {
  summary: 'Take away a way into a key, never the last',
  ...forStaff(...holds),
  request: { params: tenantParam, ...jsonBody(removeSchema) },
  responses: sentView('Gone'),
})

export interface SealingRoutePorts extends SealingPorts {
  readonly staff: StaffDirectory
}

/** The service never has the private half of these keys. */
export function sealingRoutes(ports: SealingRoutePorts) {
  const view = async (c: Context<AppEnv>, keys: SealingKeys) => {
    c.header('Cache-Control', 'no-store')
    return sealingView(keys, c.get('staff'), await staffNames(ports, c.get('staff').tenant), ports.now())
  }
  const api = newApi()
  api.openapi(read, async (c) => c.json(await view(c, await readSealing(ports, c.get('staff'))), 200))
  api.openapi(make, async (c) =>
    c.json(await view(c, await makeSealingKey(ports, c.get('staff'), c.req.valid('json'))), 200),
  )
  api.openapi(confirm, async (c) =>
    c.json(await view(c, await confirmSealingKey(ports, c.get('staff'), c.req.valid('json'))), 200),
  )
  api.openapi(discard, async (c) => c.json(await view(c, await discardSealingKey(ports, c.get('staff'))), 200))
  api.openapi(askEnd, async (c) => c.json(await view(c, await askToEndSealing(ports, c.get('staff'))), 200))
  api.openapi(withdrawEnd, async (c) => c.json(await view(c, await withdrawEndOfSealing(ports, c.get('staff'))), 200))
  api.openapi(confirmEnd, async (c) => c.json(await view(c, await confirmEndOfSealing(ports, c.get('staff'))), 200))
  api.openapi(add, async (c) => c.json(await view(c, await addWayIn(ports, c.get('staff'), c.req.valid('json'))), 200))
  api.openapi(remove, async (c) =>
    c.json(await view(c, await removeWayIn(ports, c.get('staff'), c.req.valid('json'))), 200),
  )
  return api
}
