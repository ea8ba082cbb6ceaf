import {
  followArrivals,
  lookAtArrivals,
  type Offer,
  offersState,
  readOffers,
  type Trouble,
} from '../store/desk-folder/arrivals.ts'
import { followKept, writeKept } from '../store/desk-folder/follow.ts'
import { notify } from '../ui/notify.ts'
import { takeFiles } from './files.ts'
import { navigation, showOver } from './navigation.ts'

/**
 * Follows the desk folder from now on: what is kept there is written as it changes and when the desk is left,
 * and what arrives is looked at, again whenever another screen may have taken it in.
 */
export function followDeskFolder(): void {
  followKept((title, failure) =>
    notify({
      kind: 'warning',
      message: `“${title}” is safe here, but its file in the desk folder could not follow. It will when that works again.`,
      failure,
    }),
  )
  followArrivals(({ what, failure }) =>
    notify({
      kind: 'warning',
      message: `“${failure.file}” in the desk folder ${troubles[what]}`,
      failure,
    }),
  )
  navigation.subscribe(({ screen }, { screen: before }) => {
    if (screen === before) return
    if (before.kind === 'desk') void writeKept()
    void lookAtArrivals()
  })
}

const troubles: Readonly<Record<Trouble['what'], string>> = {
  damaged: 'is damaged. It was left as it is; whoever wrote it can put it there again.',
  'too-new': 'was written by a newer Galley. It was left as it is; this one has to be updated to read it.',
  unread: 'could not be looked at. It was left as it is, and is looked at again at the next start.',
}

/** Takes in what was chosen of the desk folder's offers, as files that were opened. */
export async function takeOffers(chosen: readonly Offer[]): Promise<void> {
  showOver(null)
  await takeFiles(await readOffers(chosen))
  await lookAtArrivals()
}

/** Shows what the desk folder offers, to choose from; where there is no choice, takes it in. */
export function lookAtOffers(): void {
  const { offers } = offersState.getState()
  const [only] = offers
  if (only !== undefined && offers.length === 1 && only.what === 'changes') void takeOffers(offers)
  else showOver({ kind: 'offers' })
}
