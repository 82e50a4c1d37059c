import type { CaseView } from '../../service/contract/case-view.ts'
import { problemCode } from '../api/problems.ts'
import { changedMeanwhile, isTimed, orderTimed, type Perform } from '../desk/acts/perform.ts'
import { say } from '../ui/say.ts'
import { type OlderWanted, withOlderPage } from './older-page.ts'
import type { CaseOnPage, PageOfCase } from './page-of-case.ts'

/** The case that a page shows: read, acted on, and read anew where somebody else changed it. */
export class ShownCase implements CaseOnPage {
  private current: CaseView | null = null

  constructor(private readonly page: PageOfCase) {}

  get view(): CaseView | null {
    return this.current
  }

  async open(tenant: string, number: string, signal: AbortSignal): Promise<void> {
    this.show(await this.page.means.client.readCase(tenant, number, signal))
  }

  private show(view: CaseView) {
    this.current = view
    this.page.requestUpdate()
  }

  private read(): Promise<CaseView> {
    const { client, unit } = this.page.means
    return client.readCase(unit.tenant, this.page.number)
  }

  readonly take = ({ detail }: CustomEvent<CaseView>) => this.show(detail)

  /** Reads the case anew. An act may have answered meanwhile, and stays. */
  readonly reload = async () => {
    try {
      const read = await this.read()
      if (read.revision >= (this.current?.revision ?? 0)) this.show(read)
    } catch (error) {
      say(this.page, this.page.explain(error))
    }
  }

  /** Does an act; if somebody was faster, shows the case as it is now and tells what changed. */
  readonly perform: Perform = async (act, body, on) => {
    const before = this.current
    if (!before) return null
    const { client, unit } = this.page.means
    const keepAgain = await this.page.unsent?.pause(act)
    try {
      this.show(
        isTimed(act)
          ? await orderTimed(this.page, { act, body: { revision: before.revision, ...body, on }, before })
          : await client.act(unit.tenant, this.page.number, { act, revision: before.revision, body }),
      )
      return null
    } catch (error) {
      keepAgain?.()
      const code = problemCode(error)
      if (code !== 'case/changed-meanwhile' && code !== 'case/wrong-status') throw error
      const now = await this.read()
      this.show(now)
      return changedMeanwhile(before, now, act)
    }
  }

  /** Shows what came before, page by page, until the list for which it was asked has grown. */
  readonly showOlder = async ({ detail: list }: OlderWanted) => {
    const { client, unit, wording } = this.page.means
    const before = this.current?.[list].length
    try {
      while (this.current?.older && this.current[list].length === before) {
        const shown: CaseView = this.current
        const page = await client.readOlder(unit.tenant, this.page.number, shown.older ?? '')
        // An act or a reload meanwhile shows the newest again.
        if (this.current !== shown) return
        this.show(withOlderPage(shown, page))
      }
      say(this.page, wording.casePage.olderShown)
    } catch (error) {
      say(this.page, this.page.explain(error))
    }
  }
}
