import type { Api } from './app-env.ts'

/** The OpenAPI 3.1 document, from the schemas that validate. */
export function describeApi(api: Api, publicUrl: string) {
  const { registerComponent } = api.openAPIRegistry
  registerComponent.call(api.openAPIRegistry, 'securitySchemes', 'trackingCode', {
    type: 'http',
    scheme: 'bearer',
    description: 'The tracking code of the complaint',
  })
  registerComponent.call(api.openAPIRegistry, 'securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'aduan_session',
    description: 'Staff session; every change also carries X-CSRF-Token',
  })
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Aduan',
      version: '1',
      description: 'Complaints to government offices: filing, follow-up, the desk.',
    },
    servers: [{ url: publicUrl }],
  })
}
