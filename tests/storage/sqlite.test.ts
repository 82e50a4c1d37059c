import { openSqliteStore } from '../../service/adapters/sqlite/open-sqlite-store.ts'
import { aFolder } from '../support/a-folder.ts'
import { storeConformance } from './conformance.ts'

storeConformance('SQLite', { open: async () => openSqliteStore({ folder: await aFolder() }), atomicUpdates: true })
