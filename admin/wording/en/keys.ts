import type { keys as Keys } from '../id/keys.ts'

export const keys: typeof Keys = {
  heading: 'Keys',
  intro:
    'What a complaint holds is sealed under a key of its own, and the unit’s key wraps that one. Rotating the unit’s key changes what wraps, while complaints keep coming in.',
  loading: 'Loading the keys…',
  list: 'Keys of units',
  platform: 'Accounts of staff',
  made: (date) => `made ${date}`,
  age: (days) => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`),
  rotate: 'Rotate the key',
  rotateOf: (name) => `Rotate the key of ${name}`,
  rotateText:
    'The service goes on. The old key is destroyed in fifteen minutes at the earliest, once nothing needs it any more.',
  rotateBackup:
    'From then on older backups of complaints open only with a backup of the keys that is as old. Make new backups when it is done.',
  started: 'The rotation has begun.',
  progress: (done, all) => `${done} of ${all} records are wrapped anew`,
  settling: (time) => `All are wrapped anew. The old key is destroyed after ${time}.`,
  sealFault: (place, documents, since) =>
    `${documents} records (${place}) have not opened since ${since}: damaged, changed, or moved in the store. The log of the service names them.`,
  master: 'Master key',
  masterFile: 'Kept in the file master.key in the data folder. The master key wraps all keys of units.',
  masterGiven: 'Given by MASTER_KEY. The master key wraps all keys of units.',
  masterHow:
    'To change it, restart each process with the new key as MASTER_KEY and today’s as PREVIOUS_MASTER_KEY, then come back here.',
  masterBehind: (secrets) =>
    secrets === 1
      ? '1 key of a unit is still wrapped by the master key before.'
      : `${secrets} keys of units are still wrapped by the master key before.`,
  rotateMaster: 'Rotate the master key',
  masterBackup: 'Keep a copy of the new master key apart from the data. Without it nothing can be opened.',
  masterDone: 'The master key is changed. Keep a copy now.',
}
