import * as consoleEn from '../messages/en/console.ts'
import { keys as keysEn } from '../messages/en/keys.ts'
import { widgetVersions as versionsEn } from '../messages/en/widget-versions.ts'
import * as consoleId from '../messages/id/console.ts'
import { keys as keysId } from '../messages/id/keys.ts'
import { widgetVersions as versionsId } from '../messages/id/widget-versions.ts'
import type { Words } from '../messages/words.ts'

const id = { ...consoleId, keys: keysId, widgetVersions: versionsId }
const en: typeof id = { ...consoleEn, keys: keysEn, widgetVersions: versionsEn }

/** What the pages of who runs the service say, in both languages: it comes with them, and burdens no other. */
export const consoleWords = ({ language }: Pick<Words, 'language'>): typeof id => ({ id, en })[language]
