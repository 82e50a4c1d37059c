import about from '../package.json' with { type: 'json' }

/** Of the sources as they stand, `1.2.3`. */
export const widgetVersion: string = about.version
