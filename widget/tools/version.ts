import about from '../package.json' with { type: 'json' }

/** The version of the sources, `1.2.3`. */
export const widgetVersion: string = about.version
