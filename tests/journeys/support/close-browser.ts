import { afterAll } from 'vitest'
import { closeTheBrowser } from './browser.ts'

afterAll(closeTheBrowser)
