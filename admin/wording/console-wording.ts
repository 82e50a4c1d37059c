import * as consoleEn from './en/console.ts'
import { keys as keysEn } from './en/keys.ts'
import { widgetVersions as versionsEn } from './en/widget-versions.ts'
import * as consoleId from './id/console.ts'
import { keys as keysId } from './id/keys.ts'
import { widgetVersions as versionsId } from './id/widget-versions.ts'
import type { Wording } from './wording.ts'

const id = { ...consoleId, keys: keysId, widgetVersions: versionsId }
const en: typeof id = { ...consoleEn, keys: keysEn, widgetVersions: versionsEn }

/** What the pages of who runs the service say, in both languages: it comes with them, and burdens no other. */
export const consoleWording = ({ language }: Pick<Wording, 'language'>): typeof id => ({ id, en })[language]
