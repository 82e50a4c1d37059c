import { aRunningService } from '../../support/a-running-service.ts'

/** The running product, by the address under which it knows itself. */
export interface OpenOffice {
  readonly address: string
}

/** The service as a newcomer starts it, with both demo units; gone with the test. */
export async function anOpenOffice(
  environment: Readonly<Record<string, string>> = {},
  built?: string,
): Promise<OpenOffice> {
  const { url } = await aRunningService(environment, built)
  return { address: url.replace('127.0.0.1', 'localhost') }
}
