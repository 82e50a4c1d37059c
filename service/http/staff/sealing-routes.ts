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
  withdrawEndOfSealing,
} from '../../offices/managing/sealing.ts'
import type { SealingKeys } from '../../offices/tenants/sealing-keys.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'
import { sealingView } from '../views/sealing-view.ts'
import { staffNames } from '../views/staff-names.ts'

const view = async (office: Office, c: Context<AppEnv>, keys: SealingKeys) => {
  c.header('Cache-Control', 'no-store')
  return sealingView(keys, c.get('staff'), await staffNames(office, c.get('staff').tenant), office.now())
}

/** The service never has the private half of these keys. */
export const sealingOperations = [
  op('GET /sealing', {
    summary: 'The keys to which browsers seal identities',
    description: 'To custodians also the secret halves, as they were wrapped in a browser.',
    may: confirms,
    answer: json(sealingSchema, 'Newest first'),
    does: async ({ office, staff, c }) => view(office, c, await readSealing(office, staff)),
  }),
  op('POST /sealing/keys', {
    summary: 'Give a key that was made in a custodian’s browser; a second person confirms it',
    may: holds,
    body: makeSchema,
    answer: json(sealingSchema, 'Waits for a second person'),
    does: async ({ office, staff, body, c }) => view(office, c, await makeSealingKey(office, staff, body)),
  }),
  op('POST /sealing/confirmation', {
    summary: 'As a second person, have identities sealed to the key that waits',
    may: confirms,
    body: confirmSchema,
    answer: json(sealingSchema, 'Holds from now on'),
    does: async ({ office, staff, body, c }) => view(office, c, await confirmSealingKey(office, staff, body)),
  }),
  op('DELETE /sealing/waiting', {
    summary: 'Forget the key that waits',
    may: confirms,
    answer: json(sealingSchema, 'Forgotten'),
    does: async ({ office, staff, c }) => view(office, c, await discardSealingKey(office, staff)),
  }),
  op('POST /sealing/end', {
    summary: 'Ask that new identities are kept the ordinary way again; a second person confirms it within seven days',
    may: holds,
    answer: json(sealingSchema, 'Waits for a second person'),
    does: async ({ office, staff, c }) => view(office, c, await askToEndSealing(office, staff)),
  }),
  op('DELETE /sealing/end', {
    summary: 'Take the request to end sealing back',
    may: confirms,
    answer: json(sealingSchema, 'Sealing goes on'),
    does: async ({ office, staff, c }) => view(office, c, await withdrawEndOfSealing(office, staff)),
  }),
  op('POST /sealing/end/confirmation', {
    summary: 'As a second person, have new identities kept the ordinary way again; what is sealed stays so',
    may: confirms,
    answer: json(sealingSchema, 'Holds from now on'),
    does: async ({ office, staff, c }) => view(office, c, await confirmEndOfSealing(office, staff)),
  }),
  op('POST /sealing/ways', {
    summary: 'Keep a key under one’s own passphrase or passkey too',
    may: holds,
    body: addSchema,
    answer: json(sealingSchema, 'Kept'),
    does: async ({ office, staff, body, c }) => view(office, c, await addWayIn(office, staff, body)),
  }),
  op('POST /sealing/ways/removal', {
    summary: 'Take away a way into a key, never the last',
    may: holds,
    body: removeSchema,
    answer: json(sealingSchema, 'Gone'),
    does: async ({ office, staff, body, c }) => view(office, c, await removeWayIn(office, staff, body)),
  }),
]
