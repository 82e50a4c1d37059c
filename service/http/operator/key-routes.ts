import { keyList, unitKeysView } from '../../contract/keys.ts'
import {
  beginTenantRotation,
  changeMasterKey,
  type KeyPorts,
  listTenantKeys,
  masterState,
} from '../../keeping/identity/keys.ts'
import { answers, cookie, newApi, route, tenantParam } from '../openapi.ts'

const list = route.get('/', {
  summary: 'The age of the secrets that wrap keys, and how far their changes have come',
  security: cookie,
  responses: answers(200, keyList, 'Of every unit, of the platform, and of the master key'),
})
const rotateUnit = route.post('/units/{tenant}/rotation', {
  summary: 'Change the secret that wraps the keys of a unit',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, unitKeysView, 'Begun; it goes on by itself while the service runs'),
})
const rotateMaster = route.post('/master/rotation', {
  summary: 'Change the master key: make a new one in the key file, or go over to the one that was given',
  security: cookie,
  responses: answers(200, keyList.shape.master, 'All secrets of units are wrapped by the new one'),
})

export function keyRoutes(ports: KeyPorts) {
  const api = newApi()
  api.openapi(list, async (c) => {
    const [units, master] = await Promise.all([listTenantKeys(ports), masterState(ports)])
    return c.json({ units, master }, 200)
  })
  api.openapi(rotateUnit, async (c) =>
    c.json(await beginTenantRotation(ports, c.get('signedIn'), c.req.valid('param').tenant), 200),
  )
  api.openapi(rotateMaster, async (c) => c.json(await changeMasterKey(ports, c.get('signedIn')), 200))
  return api
}
