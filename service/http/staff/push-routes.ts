import { ownId } from '../../contract/account.ts'
import { addPushDevice as addSchema, type PushView, pushView } from '../../contract/push.ts'
import type { PushDevice } from '../../offices/staff/account.ts'
import { addPushDevice, removePushDevice } from '../../offices/staff/push-devices.ts'
import type { Office } from '../office.ts'
import { json, nothing, op } from '../operation.ts'
import { deviceLabel } from './device-label.ts'

const viewOf = async (office: Office, devices: readonly PushDevice[] = []): Promise<PushView> => ({
  key: await office.pushKey(),
  devices: devices.map(({ id, device, addedAt }) => ({ id, device, addedAt })),
})

export const pushOperations = [
  op('GET /account/push', {
    summary: 'Which of one’s browsers are woken when something waits, and the key to add one',
    may: 'session',
    answer: json(pushView, 'At most five'),
    does: ({ office, signedIn }) => viewOf(office, signedIn.account.pushDevices),
  }),
  op('POST /account/push', {
    summary: 'Have a browser woken when something waits',
    description: 'A push has no content. A woken browser asks how much waits, with its session.',
    may: 'session',
    body: addSchema,
    answer: json(pushView, 'Added; the same browser is not kept twice'),
    does: async ({ office, signedIn, body, c }) => {
      const { endpoint } = body
      const given = { endpoint, device: deviceLabel(c.req.header('user-agent')) }
      return viewOf(office, await addPushDevice(office, signedIn, given))
    },
  }),
  op('DELETE /account/push/{id}', {
    summary: 'No longer wake a browser',
    may: 'session',
    params: ownId.shape,
    answer: nothing('Removed'),
    does: async ({ office, signedIn, params }) => {
      await removePushDevice(office, signedIn, params.id)
    },
  }),
]
