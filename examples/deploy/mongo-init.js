// Run by compose.yaml with mongosh. Makes the replica set once, and sets the accounts of the service and of its backup.
const { ROOT_PASSWORD, ADUAN_PASSWORD, BACKUP_PASSWORD } = process.env
const root = `root:${encodeURIComponent(ROOT_PASSWORD)}`

const first = connect(`mongodb://${root}@mongo1/admin?directConnection=true`)
try {
  first.adminCommand({ replSetGetStatus: 1 })
} catch (cause) {
  if (cause.codeName !== 'NotYetInitialized') throw cause
  const members = ['mongo1', 'mongo2', 'mongo3'].map((host, _id) => ({ _id, host: `${host}:27017` }))
  first.adminCommand({ replSetInitiate: { _id: 'aduan', members } })
}

const set = connect(`mongodb://${root}@mongo1,mongo2,mongo3/admin?replicaSet=aduan&serverSelectionTimeoutMS=60000`)
const setAccount = (user, account) =>
  set.getUser(user) ? set.updateUser(user, account) : set.createUser({ user, ...account })
setAccount('aduan', { pwd: ADUAN_PASSWORD, roles: [{ role: 'readWrite', db: 'aduan' }] })
// It reads all that a dump with the oplog needs, and writes nothing.
if (BACKUP_PASSWORD) setAccount('backup', { pwd: BACKUP_PASSWORD, roles: ['backup'] })
print('The replica set and its accounts are there.')
