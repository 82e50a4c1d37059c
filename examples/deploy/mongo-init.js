// Run by compose.yaml with mongosh. Makes the replica set once, and sets the account of the service.
const { ROOT_PASSWORD, ADUAN_PASSWORD } = process.env
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
const account = { pwd: ADUAN_PASSWORD, roles: [{ role: 'readWrite', db: 'aduan' }] }
if (set.getUser('aduan')) set.updateUser('aduan', account)
else set.createUser({ user: 'aduan', ...account })
print('The replica set and the account are there.')
