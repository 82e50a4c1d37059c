import { buildLauncher, buildWidget } from './build.ts'
import { keepRelease, widgetVersion } from './releases.ts'

/** Keeps the version that stands in `package.json`. */
const { version } = await keepRelease(widgetVersion, async (outFolder) => {
  await buildWidget({ outFolder })
  await buildLauncher({ outFolder })
})
console.log(`widget ${version} is kept in widget/releases/${version}`)
