import { afterAll } from 'vitest'
import { removeFolders } from './a-folder.ts'

// Here and not beside the folders: files that one worker runs share that module, and only this one is read for each.
afterAll(removeFolders)
