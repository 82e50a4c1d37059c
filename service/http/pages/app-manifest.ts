interface Manifested {
  /** The only unit of the service, if there is just one. */
  readonly unit: string | null
  /** Host of the service, which tells several of them apart. */
  readonly host: string
}

const icon = (size: number) => ({ src: `/admin/assets/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png' })

/**
 * What a device needs to install the staff's app.
 * @see https://www.w3.org/TR/appmanifest/
 */
export const appManifest = ({ unit, host }: Manifested) => ({
  id: '/admin/',
  name: `Aduan – ${unit ?? host}`,
  short_name: 'Aduan',
  lang: 'id-ID',
  start_url: '/admin/',
  scope: '/admin/',
  display: 'standalone',
  background_color: '#f5f4f0',
  theme_color: '#0d3b39',
  icons: [192, 512].flatMap((size) => [
    { ...icon(size), purpose: 'any' },
    { ...icon(size), purpose: 'maskable' },
  ]),
})
