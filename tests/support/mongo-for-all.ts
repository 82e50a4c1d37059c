import { randomBytes } from 'node:crypto'
import { createConnection } from 'mongoose'
import { startMongoServer } from './mongo-server.ts'

/** Gives every service that a test starts a database on one server, and takes them all away at the end. */
export default async function mongoForAll(): Promise<() => Promise<void>> {
  const server = await startMongoServer()
  const run = `aduan_run_${randomBytes(4).toString('hex')}`
  process.env.TEST_MONGODB_SERVER = server.databaseUri('')
  process.env.TEST_MONGODB_RUN = run
  process.env.TEST_PATIENCE ??= '5'
  return async () => {
    const connection = await createConnection(server.databaseUri('admin')).asPromise()
    const { databases } = await connection.listDatabases()
    for (const { name } of databases) if (name.startsWith(run)) await connection.useDb(name).dropDatabase()
    await connection.close()
    await server.stop()
  }
}
