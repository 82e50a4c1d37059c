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
  registerComponent.call(api.openAPIRegistry, 'securitySchemes', 'apiKey', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'aduan_{32 letters and digits}{their CRC-32 in hexadecimal}',
    description:
      'Key of a program, made by the unit’s head or admin; the scope that an operation needs stands beside it',
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
