import { keyList, unitKeysView } from '../../contract/keys.ts'
import { beginTenantRotation, changeMasterKey, listTenantKeys, masterState } from '../../keeping/identity/keys.ts'
import { json, op } from '../operation.ts'

export const keyOperations = [
  op('GET /operator/keys', {
    summary: 'The age of the secrets that wrap keys, and how far their changes have come',
    may: 'session',
    answer: json(keyList, 'Of every unit, of the platform, and of the master key'),
    does: async ({ office }) => {
      const [units, master] = await Promise.all([listTenantKeys(office), masterState(office)])
      return { units, master }
    },
  }),
  op('POST /operator/keys/units/{tenant}/rotation', {
    summary: 'Change the secret that wraps the keys of a unit',
    may: 'session',
    answer: json(unitKeysView, 'Begun; it goes on by itself while the service runs'),
    does: ({ office, signedIn, params }) => beginTenantRotation(office, signedIn, params.tenant),
  }),
  op('POST /operator/keys/master/rotation', {
    summary: 'Change the master key: make a new one in the key file, or go over to the one that was given',
    may: 'session',
    answer: json(keyList.shape.master, 'All secrets of units are wrapped by the new one'),
    does: ({ office, signedIn }) => changeMasterKey(office, signedIn),
  }),
]
