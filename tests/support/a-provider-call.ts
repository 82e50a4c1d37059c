import type { ProviderCall } from '../../service/offices/channels/provider-news.ts'

interface CallDetails extends Partial<Omit<ProviderCall, 'header'>> {
  readonly headers?: Readonly<Record<string, string>>
}

export const aCall = ({ headers = {}, ...details }: CallDetails = {}): ProviderCall => ({
  body: '',
  query: {},
  secret: null,
  header: (name) => headers[name],
  ...details,
})
