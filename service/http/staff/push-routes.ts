import { ownId } from '../../contract/account.ts'
import { addPushDevice as addSchema, type PushView, pushView } from '../../contract/push.ts'
import type { PushDevice } from '../../offices/staff/account.ts'
import { addPushDevice, type DevicePorts, removePushDevice } from '../../offices/staff/push-devices.ts'
import type { SignInPorts } from '../../offices/staff/sessions.ts'
import { answers, cookie, jsonBody, newApi, refusals, route } from '../openapi.ts'
import { deviceLabel } from './device-label.ts'

const show = route.get('/account/push', {
  summary: 'Which of one’s browsers are woken when something waits, and the key to add one',
  security: cookie,
  responses: answers(200, pushView, 'At most five'),
})
const add = route.post('/account/push', {
  summary: 'Have a browser woken when something waits',
  description: 'A push has no content. A woken browser asks how much waits, with its session.',
  security: cookie,
  request: jsonBody(addSchema),
  responses: answers(200, pushView, 'Added; the same browser is not kept twice'),
})
const remove = route.delete('/account/push/{id}', {
  summary: 'No longer wake a browser',
  security: cookie,
  request: { params: ownId },
  responses: { 204: { description: 'Removed' }, ...refusals },
})

export interface PushPorts extends SignInPorts, DevicePorts {
  readonly pushKey: () => Promise<string>
}

export function pushRoutes(ports: PushPorts) {
  const viewOf = async (devices: readonly PushDevice[] = []): Promise<PushView> => ({
    key: await ports.pushKey(),
    devices: devices.map(({ id, device, addedAt }) => ({ id, device, addedAt })),
  })
  const api = newApi()
  api.openapi(show, async (c) => c.json(await viewOf(c.get('signedIn').account.pushDevices), 200))
  api.openapi(add, async (c) => {
    const { endpoint } = c.req.valid('json')
    const given = { endpoint, device: deviceLabel(c.req.header('user-agent')) }
    return c.json(await viewOf(await addPushDevice(ports, c.get('signedIn'), given)), 200)
  })
  api.openapi(remove, async (c) => {
    await removePushDevice(ports, c.get('signedIn'), c.req.valid('param').id)
    return c.body(null, 204)
  })
  return api
}
