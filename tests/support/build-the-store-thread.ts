import { resolve } from 'node:path'
import { buildStoreThread } from '../../service/adapters/sqlite/build-store-thread.ts'

/** Tests that start nothing need of the build only what the store's threads run. */
export default (): Promise<void> => buildStoreThread(resolve(import.meta.dirname, '../../dist/service'))
